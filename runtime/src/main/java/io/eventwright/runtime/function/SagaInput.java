package io.eventwright.runtime.function;

import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;

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
    return MessageReader.event(event, "/event");
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
