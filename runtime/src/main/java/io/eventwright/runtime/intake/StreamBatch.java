package io.eventwright.runtime.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda hands over for Kinesis, read token by token: records of one shard, in order, and the
 * window that they belong to if the mapping has windows.
 *
 * @param records in the shard's order
 * @param window null when the mapping has none
 */
public record StreamBatch(List<StreamRecord> records, @Nullable Window window) {

  /** Lambda's own limits are far below; the constraint only says that a record may be megabytes. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(16 * 1024 * 1024).build())
          .build();

  public StreamBatch {
    records = List.copyOf(records);
  }

  /**
   * A tumbling window on one shard (AWS Lambda, "Implementing stateful Kinesis Data Streams
   * processing").
   *
   * @param start when it began, RFC 3339
   * @param end when it ends
   * @param shardId where
   * @param state what the function answered last, empty at first
   * @param last whether the window is over, or its state too large to be kept any longer
   */
  public record Window(String start, String end, String shardId, JsonObject state, boolean last) {}

  /**
   * Reads a payload.
   *
   * @throws IOException when it is no Kinesis batch: then the mapping is wrong, not a record
   */
  public static StreamBatch read(InputStream payload) throws IOException {
    List<StreamRecord> records = new ArrayList<>();
    Parts parts = new Parts();
    try (JsonParser parser = FACTORY.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a Kinesis batch: an object is expected");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("Records") && token == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            records.add(record(parser));
          }
        } else {
          parts.read(name, token, parser);
        }
      }
    }
    return new StreamBatch(records, parts.window());
  }

  private static StreamRecord record(JsonParser parser) throws IOException {
    String sequenceNumber = null;
    String partitionKey = "";
    byte[] data = {};
    String eventId = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("kinesis") && token == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String inner = parser.currentName();
          parser.nextToken();
          switch (inner) {
            case "sequenceNumber" -> sequenceNumber = parser.getValueAsString();
            case "partitionKey" -> partitionKey = parser.getValueAsString("");
            case "data" -> data = parser.getBinaryValue();
            default -> parser.skipChildren();
          }
        }
      } else if (name.equals("eventID")) {
        eventId = parser.getValueAsString("");
      } else {
        parser.skipChildren();
      }
    }
    if (sequenceNumber == null || sequenceNumber.isEmpty()) {
      throw new IOException("not a Kinesis batch: a record has no sequenceNumber");
    }
    return new StreamRecord(sequenceNumber, partitionKey, data, eventId);
  }

  /** What stands beside the records, in any order. */
  private static final class Parts {
    private @Nullable String start;
    private String end = "";
    private String shardId = "";
    private JsonObject state = JsonObject.empty();
    private boolean last;

    void read(String name, JsonToken token, JsonParser parser) throws IOException {
      switch (name) {
        case "window" -> {
          JsonObject window = object(parser, token);
          start = text(window, "start");
          end = text(window, "end");
        }
        case "state" -> state = object(parser, token);
        case "shardId" -> shardId = parser.getValueAsString("");
        // What ends early goes on with an empty state, so its fold must be decided on now.
        case "isFinalInvokeForWindow", "isWindowTerminatedEarly" ->
            last |= parser.getValueAsBoolean();
        default -> parser.skipChildren();
      }
    }

    private static String text(JsonObject object, String name) {
      JsonValue value = object.get(name);
      return value instanceof io.eventwright.runtime.json.JsonString text ? text.value() : "";
    }

    private static JsonObject object(JsonParser parser, JsonToken token) throws IOException {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return JsonObject.empty();
      }
      StringWriter text = new StringWriter();
      try (com.fasterxml.jackson.core.JsonGenerator generator = FACTORY.createGenerator(text)) {
        generator.copyCurrentStructure(parser);
      }
      try {
        return (JsonObject) Json.parse(text.toString());
      } catch (JsonParseFailure e) {
        throw new IOException("not a Kinesis batch: " + e.getMessage(), e);
      }
    }

    @Nullable Window window() {
      return start == null ? null : new Window(start, end, shardId, state, last);
    }
  }
}
