package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.projection.Generation;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.projection.ProjectionWriter;
import io.eventwright.runtime.projection.RowOrder;
import io.eventwright.runtime.rebuild.Fed;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.time.Pace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In front of a projection's handler: what an operator feeds it from the log is written into the
 * generation that is built and into no other; everything else passes by. So the rows are made by
 * the code that is deployed, with the role that it has.
 */
final class RebuildHandler implements RequestStreamHandler {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final ProjectionType<?> type;
  private final ProjectionWriter<?> writer;
  private final RequestStreamHandler handler;
  private final SystemRuntime runtime;

  RebuildHandler(
      ProjectionType<?> type,
      ProjectionWriter<?> writer,
      RequestStreamHandler handler,
      SystemRuntime runtime) {
    this.type = type;
    this.writer = writer;
    this.handler = handler;
    this.runtime = runtime;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] payload = input.readAllBytes();
    if (!begins(payload)) {
      handler.handleRequest(new ByteArrayInputStream(payload), output, context);
      return;
    }
    output.write(fed(payload, LambdaTime.of(context)).json().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean begins(byte[] payload) throws IOException {
    try (JsonParser parser = FACTORY.createParser(payload)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.FIELD_NAME
          && parser.currentName().equals("rebuild");
    }
  }

  private Fed fed(byte[] payload, Deadline deadline) throws IOException {
    JsonValue call;
    try {
      call = Json.parse(payload);
    } catch (JsonParseFailure e) {
      throw new IOException("not what a projection is rebuilt with: " + e.getMessage(), e);
    }
    if (!(call instanceof JsonObject object
        && object.get("rebuild") instanceof JsonNumber number
        && object.get("events") instanceof JsonArray events)) {
      throw new IOException("not what a projection is rebuilt with: a number and events");
    }
    // Asked of the table each time: a call that comes late must find nothing to write to.
    Generation generation = number.longValue() == 0 ? null : writer.building(number.longValue());
    return generation == null ? answer(false, 0, List.of(), 0) : feed(events, generation, deadline);
  }

  private Fed feed(JsonArray events, Generation generation, Deadline deadline) {
    List<String> rejected = new ArrayList<>();
    long applied = 0;
    int done = 0;
    Pace pace = new Pace(deadline);
    for (JsonValue event : events.items()) {
      if (!pace.allowsAnother()) {
        break;
      }
      try {
        if (writer.write(runtime.claims().redeem(MessageReader.event(event, "")), generation)) {
          applied++;
        }
      } catch (Rejection e) {
        rejected.add(id(event) + " " + e.reason().word());
      }
      pace.handledOne();
      done++;
    }
    return answer(true, applied, rejected, events.items().size() - done);
  }

  private static String id(JsonValue event) {
    JsonValue id = event instanceof JsonObject object ? object.get("id") : null;
    return String.valueOf(id);
  }

  private Fed answer(boolean building, long applied, List<String> rejected, int left) {
    @Nullable RowOrder order = type.order();
    return new Fed(
        writer.takes(),
        type.shards(),
        order == null ? null : order.text(),
        building,
        applied,
        rejected,
        left);
  }
}
