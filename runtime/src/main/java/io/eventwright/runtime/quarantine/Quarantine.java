package io.eventwright.runtime.quarantine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue of messages that can never succeed, apart from the dead letters, which may. A message
 * there is one JSON object: {@code reason}, {@code sentence}, {@code system}, {@code consumer},
 * {@code schema}, {@code violations} (each {@code pointer}, {@code keyword}, {@code message}), what
 * is known of the event ({@code eventId}, {@code correlationid}, {@code traceparent}), {@code
 * rejectedIn} (W3C trace context of the span that rejected it, also where nothing is known of the
 * event; absent when not traced), {@code messageId}, {@code at}, and {@code message}: what was
 * received, unchanged.
 *
 * @param sqs where the queue is, opened when first needed
 * @param url the queue
 * @param system the system's name
 * @param clock for {@code at}
 * @param traces knows the span that is open
 */
public record Quarantine(
    Supplier<SqsClient> sqs, Supplier<String> url, String system, Clock clock, Traces traces) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int MAX_BYTES = 1024 * 1024;

  /**
   * Sends a message there.
   *
   * @param consumer who rejects it
   * @param envelope what is known of the event; null for nothing
   * @return false when it is too large to be sent with its reason: then it stays where it is, and
   *     ends among the dead letters, whole
   */
  public boolean send(
      String consumer,
      Rejection rejection,
      @Nullable Envelope envelope,
      String messageId,
      String message) {
    String body = body(consumer, rejection, envelope, messageId, message);
    if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return false;
    }
    sqs.get().sendMessage(request -> request.queueUrl(url.get()).messageBody(body));
    return true;
  }

  private String body(
      String consumer,
      Rejection rejection,
      @Nullable Envelope envelope,
      String messageId,
      String message) {
    StringWriter text = new StringWriter(message.length() + 1024);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.writeStartObject();
      generator.writeStringField("reason", rejection.reason().word());
      generator.writeStringField("sentence", String.valueOf(rejection.getMessage()));
      generator.writeStringField("system", system);
      generator.writeStringField("consumer", consumer);
      optional(generator, "schema", rejection.schema());
      generator.writeArrayFieldStart("violations");
      for (Violation violation : rejection.violations()) {
        generator.writeStartObject();
        generator.writeStringField("pointer", violation.instancePointer());
        generator.writeStringField("keyword", violation.keyword());
        generator.writeStringField("message", violation.message());
        generator.writeEndObject();
      }
      generator.writeEndArray();
      if (envelope != null) {
        generator.writeStringField("eventId", envelope.id());
        optional(generator, "correlationid", envelope.correlationid());
        optional(generator, "traceparent", envelope.traceparent());
      }
      optional(generator, "rejectedIn", traces.traceparent(null));
      generator.writeStringField("messageId", messageId);
      generator.writeStringField("at", Timestamps.text(clock.instant()));
      generator.writeStringField("message", message);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void optional(JsonGenerator generator, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
  }
}
