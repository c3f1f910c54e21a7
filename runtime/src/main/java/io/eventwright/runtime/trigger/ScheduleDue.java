package io.eventwright.runtime.trigger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * A time that a worker's schedule names has come. The scheduler tells it at least once; the worker
 * decides on it once, by that time, not by the clock.
 *
 * @param at the time that was meant, UTC, to the second; delivery may be later
 */
public record ScheduleDue(Instant at) {

  /** As EventBridge Scheduler's source on the wire, with an input that generated templates set. */
  public static final EventType<ScheduleDue> TYPE =
      new EventType<>(
          "aws.scheduler", "schedule-due", 1, new ScheduleCodec(), List.of(new TextFields("at")));

  private static final class ScheduleCodec implements Codec<ScheduleDue> {
    @Override
    public ScheduleDue read(JsonParser parser) throws IOException {
      Instant at = Instant.EPOCH;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("at")) {
          at = instant(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
      return new ScheduleDue(at);
    }

    private static Instant instant(String text) throws IOException {
      try {
        return Instant.parse(text);
      } catch (java.time.format.DateTimeParseException e) {
        throw new IOException("at is no timestamp as RFC 3339 writes it", e);
      }
    }

    @Override
    public void write(ScheduleDue value, JsonGenerator generator) throws IOException {
      generator.writeStartObject();
      generator.writeStringField("at", value.at().toString());
      generator.writeEndObject();
    }
  }
}
