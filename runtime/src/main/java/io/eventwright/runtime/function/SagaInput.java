package io.eventwright.runtime.function;

import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What a state machine hands a function, as the contract of sagas says. */
record SagaInput(JsonObject json) {

  static SagaInput read(InputStream payload) throws IOException, Rejection {
    JsonValue value;
    try {
      value = Json.parse(payload, JsonLimits.DEFAULT);
    } catch (JsonParseFailure e) {
      throw new Rejection(Reason.NOT_JSON, e.getMessage());
    }
    if (!(value instanceof JsonObject object)) {
      throw new Rejection(Reason.NOT_AN_EVENT, "a saga's function takes an object");
    }
    return new SagaInput(object);
  }

  String text(String name) throws Rejection {
    String text = optional(json, name);
    if (text.isEmpty()) {
      throw new Rejection(Reason.NOT_AN_EVENT, "a saga's function needs the text " + name);
    }
    return text;
  }

  RawEvent event() throws Rejection {
    JsonValue event = json.get("event");
    if (event == null) {
      throw new Rejection(Reason.NOT_AN_EVENT, "a saga's function needs the event");
    }
    return MessageReader.event(
        json.get("input") instanceof JsonObject input && event instanceof JsonObject began
            ? given(began, input)
            : event,
        "/event");
  }

  /**
   * A step that takes a record of its own is given it as an event: the envelope of the one that
   * started the saga, with that record's type and data. So the record's version is known when the
   * step runs, which may be a deployment later.
   */
  private static JsonObject given(JsonObject event, JsonObject input) {
    JsonObject.Builder given = JsonObject.builder();
    for (String name : event.names()) {
      JsonValue value = event.get(name);
      if (value != null && !input.has(name) && !name.startsWith("dataref")) {
        given.put(name, value);
      }
    }
    for (String name : input.names()) {
      JsonValue value = input.get(name);
      if (value != null) {
        given.put(name, value);
      }
    }
    return given.build();
  }

  /**
   * How an answer to this step finds back; null when it waits for none.
   *
   * @param now for what a state machine of an older deployment does not say
   */
  @Nullable CallbackRow callback(RawEvent event, Instant now) throws Rejection {
    if (!json.has("token")) {
      return null;
    }
    String step = text("step");
    int item = step.indexOf('/');
    String entered = optional(json, "entered");
    return new CallbackRow(
        text("saga"),
        item < 0 ? step : step.substring(0, item),
        step,
        text("reference"),
        text("execution"),
        event.envelope().id(),
        text("token"),
        entered.isEmpty() ? now : time(entered),
        number("retry"),
        Duration.ofSeconds(number("patience")),
        json.has("heartbeat") ? Duration.ofSeconds(number("heartbeat")) : null);
  }

  private static Instant time(String text) throws Rejection {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Rejection(Reason.NOT_AN_EVENT, "a step is entered at a time, not at " + text);
    }
  }

  private long number(String name) {
    return json.get(name) instanceof JsonNumber number && number.fitsLong()
        ? number.longValue()
        : 0;
  }

  boolean has(String name) {
    return json.has(name);
  }

  /** A member that is an object; empty when it is not. */
  JsonObject object(String name) {
    return json.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  /** A text member; empty when there is none. */
  static String optional(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.value() : "";
  }
}
