package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a stream's on-failure destination what was abandoned (AWS Lambda, "Retain discarded batch
 * records"): to a queue or topic go the places of the records only, to a bucket the records too.
 */
final class FailureNotice {

  /** Under this attribute a bucket finds the key of its object. */
  static final String OBJECT_KEY = "key";

  private static final DateTimeFormatter FOLDERS =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/yyyy-MM-dd'T'HH.mm.ss", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final MappingSettings settings;
  private final Destinations destinations;
  private final LogSink log;

  FailureNotice(MappingSettings settings, Destinations destinations, LogSink log) {
    this.settings = settings;
    this.destinations = destinations;
    this.log = log;
  }

  /**
   * Sends it, if there is a destination.
   *
   * @param kind the name of {@code info} in the notice, such as {@code KinesisBatchInfo}
   * @param event the function's last input; null if it is not told
   */
  void send(
      String condition,
      int attempts,
      String kind,
      ObjectNode info,
      String shardId,
      @Nullable ObjectNode event)
      throws InterruptedException {
    String function = settings.function().logicalId();
    String many = info.path("batchSize").asText();
    log.line(function, "abandoned " + many + " stream records after " + attempts + " attempts");
    String arn = settings.onFailure();
    if (arn == null) {
      return;
    }
    Instant now = Instant.now();
    ObjectNode told = Json.object();
    told.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", settings.function().arn())
        .put("condition", condition)
        .put("approximateInvokeCount", attempts);
    told.putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    told.put("version", "1.0").put("timestamp", now.toString());
    told.set(kind, info);
    Map<String, String> attributes = Map.of();
    if (arn.startsWith("arn:aws:s3:")) {
      if (event != null) {
        told.put("payload", Json.write(event));
      }
      String key =
          "aws/lambda/%s/%s/%s-%s"
              .formatted(settings.id(), shardId, FOLDERS.format(now), UUID.randomUUID());
      attributes = Map.of(OBJECT_KEY, key);
    }
    try {
      destinations.send(arn, Message.of(Json.write(told)).with(attributes));
    } catch (IOException | RuntimeException e) {
      log.line(function, "on-failure destination " + arn + ": " + e);
    }
  }
}
