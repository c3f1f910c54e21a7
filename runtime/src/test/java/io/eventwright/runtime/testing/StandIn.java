package io.eventwright.runtime.testing;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bus and queues that keep what they are sent. */
public final class StandIn {

  /** An entry that the bus took. */
  public record BusEntry(String source, String detailType, JsonObject detail) {

    /** One attribute of the event. */
    public @Nullable String text(String name) {
      return detail.get(name) instanceof JsonString string ? string.value() : null;
    }
  }

  final List<BusEntry> published = new CopyOnWriteArrayList<>();
  final List<String> sent = new CopyOnWriteArrayList<>();
  final List<String> deadLettered = new CopyOnWriteArrayList<>();
  final List<String> hidden = new CopyOnWriteArrayList<>();

  /** The error code for an entry, null when the bus takes it. */
  public volatile Function<BusEntry, @Nullable String> refuse = entry -> null;

  Fault.Answer answer(Fault.Call call) {
    try {
      JsonObject request = (JsonObject) Json.parse(call.body());
      return switch (call.operation()) {
        case "PutEvents" -> new Fault.Answer(200, putEvents(request));
        case "SendMessage" -> new Fault.Answer(200, sendMessage(request));
        case "ChangeMessageVisibility" -> {
          hidden.add(call.body());
          yield new Fault.Answer(200, "{}");
        }
        default -> new Fault.Answer(400, "{\"__type\":\"UnknownOperationException\"}");
      };
    } catch (JsonParseFailure e) {
      throw new IllegalStateException(e);
    }
  }

  private String putEvents(JsonObject request) throws JsonParseFailure {
    JsonArray entries = (JsonArray) request.get("Entries");
    StringBuilder results = new StringBuilder();
    int failed = 0;
    for (int i = 0; entries != null && i < entries.size(); i++) {
      JsonObject entry = (JsonObject) entries.get(i);
      BusEntry event =
          new BusEntry(
              text(entry, "Source"),
              text(entry, "DetailType"),
              (JsonObject) Json.parse(text(entry, "Detail")));
      String code = refuse.apply(event);
      results.append(i == 0 ? "" : ",");
      if (code == null) {
        published.add(event);
        results.append("{\"EventId\":\"").append(UUID.randomUUID()).append("\"}");
      } else {
        failed++;
        results
            .append("{\"ErrorCode\":\"")
            .append(code)
            .append("\",\"ErrorMessage\":\"as the test asks\"}");
      }
    }
    return "{\"FailedEntryCount\":" + failed + ",\"Entries\":[" + results + "]}";
  }

  private String sendMessage(JsonObject request) {
    String body = text(request, "MessageBody");
    (text(request, "QueueUrl").endsWith("/dead-letters") ? deadLettered : sent).add(body);
    String attributes =
        request.get("MessageAttributes") instanceof JsonObject some
            ? "\",\"MD5OfMessageAttributes\":\"" + md5(attributes(some))
            : "";
    return "{\"MessageId\":\""
        + UUID.randomUUID()
        + "\",\"MD5OfMessageBody\":\""
        + md5(body.getBytes(StandardCharsets.UTF_8))
        + attributes
        + "\"}";
  }

  /** What SQS hashes of attributes, as its documentation says: only strings here. */
  private static byte[] attributes(JsonObject attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String name : new TreeSet<>(attributes.names())) {
      JsonObject attribute = (JsonObject) Objects.requireNonNull(attributes.get(name));
      counted(bytes, name);
      counted(bytes, text(attribute, "DataType"));
      bytes.write(1);
      counted(bytes, text(attribute, "StringValue"));
    }
    return bytes.toByteArray();
  }

  private static void counted(ByteArrayOutputStream bytes, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(encoded.length).array());
    bytes.writeBytes(encoded);
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.value() : "";
  }

  private static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
