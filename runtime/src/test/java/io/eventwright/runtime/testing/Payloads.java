package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.store.Keys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Lambda hands over, and what it is answered. */
public final class Payloads {
  private Payloads() {}

  /** A deposit of the second major. */
  public static String deposit(String id, String player, long amount) {
    return event("deposit-received.v2", "2.0", id, data(player, amount));
  }

  /** The data of every event of the sample. */
  public static String data(String player, long amount) {
    return "{\"player\":\"" + player + "\",\"amount\":" + amount + "}";
  }

  /** An event as EventBridge puts it into a queue. */
  public static String event(String type, String version, String id, String data) {
    String name = type.substring(0, type.lastIndexOf('.'));
    return bridged(detail(type, "urn:eventwright:arcade:" + name + ":" + version, id, data));
  }

  /**
   * What a wallet's entity publishes with a version.
   *
   * @param previous the version that published before; 0 for none
   */
  public static String credited(
      String id, String player, long version, long previous, long amount) {
    return bridged(
        EnvelopeWriter.write(
            new Envelope(
                id,
                "arcade",
                "wallet-credited.v1",
                "wallet/" + player,
                Instant.parse("2026-11-23T10:00:00Z"),
                "urn:eventwright:arcade:wallet-credited:1.0",
                Keys.padded(version),
                previous == 0 ? null : Keys.padded(previous),
                "journey-1",
                null,
                null),
            data(player, amount)));
  }

  /** An event, alone. */
  public static String detail(String type, String dataschema, String id, String data) {
    return EnvelopeWriter.write(
        new Envelope(
            id,
            "arcade",
            type,
            "player/p-1",
            Instant.parse("2026-11-23T10:00:00Z"),
            dataschema,
            null,
            null,
            "journey-1",
            null,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        data);
  }

  /** EventBridge's envelope around a detail. */
  public static String bridged(String detail) {
    return """
        {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703467718","detail-type":"deposit-received.v2",\
        "source":"arcade","account":"000000000000","time":"2026-11-23T10:00:00Z",\
        "region":"eu-central-1","resources":[],"detail":%s}"""
        .formatted(detail);
  }

  /** An SQS batch; messages are named m-0, m-1 and so on. */
  public static byte[] batch(String... bodies) {
    List<JsonValue> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(
          JsonObject.builder()
              .put("messageId", new JsonString("m-" + records.size()))
              .put("receiptHandle", new JsonString("r-" + records.size()))
              .put("body", new JsonString(body))
              .put(
                  "attributes",
                  JsonObject.builder()
                      .put("ApproximateReceiveCount", new JsonString("1"))
                      .put("SentTimestamp", new JsonString("1763892000000"))
                      .build())
              .put("messageAttributes", JsonObject.empty())
              .put("eventSource", new JsonString("aws:sqs"))
              .build());
    }
    return JsonObject.builder()
        .put("Records", JsonArray.of(records))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Invokes a handler with three minutes; the answer's failed messages. */
  public static List<String> failures(RequestStreamHandler handler, byte[] payload)
      throws IOException {
    return failures(handler, payload, TestContext.of(180_000));
  }

  /** Invokes a handler; the answer's failed messages. */
  public static List<String> failures(
      RequestStreamHandler handler, byte[] payload, TestContext context) throws IOException {
    JsonObject answer = (JsonObject) Json.parse(invoke(handler, payload, context));
    List<String> failures = new ArrayList<>();
    JsonArray items = (JsonArray) answer.get("batchItemFailures");
    for (int i = 0; items != null && i < items.size(); i++) {
      JsonObject item = (JsonObject) items.get(i);
      failures.add(((JsonString) item.get("itemIdentifier")).value());
    }
    return failures;
  }

  /** Invokes a handler; the answer as it stands. */
  public static String invoke(RequestStreamHandler handler, byte[] payload, TestContext context)
      throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), output, context);
    return output.toString(StandardCharsets.UTF_8);
  }
}
