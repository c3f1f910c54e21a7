package io.eventwright.runtime.commit;

import io.eventwright.runtime.condition.Condition;
import io.eventwright.runtime.condition.Conditions;
import io.eventwright.runtime.condition.Declared;
import io.eventwright.runtime.condition.Facts;
import io.eventwright.runtime.condition.Postcondition;
import io.eventwright.runtime.condition.Precondition;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a worker's conditions. The declared ones are about JSON, which is only made for them: of the
 * event as the worker sees it, upcast, and of the entity's state before and after.
 *
 * @param conditions what must hold
 * @param codec writes the event's record
 */
record ConditionCheck<T, S>(Conditions<T, S> conditions, Codec<T> codec) {

  /** The first that does not hold before the decision; null when all do. */
  Condition.@Nullable Broken before(Event<T> event, EntityState<S> state, @Nullable String json) {
    Condition.Broken broken = declared(conditions.required(), event, json, null);
    for (Precondition<T, S> condition : conditions.before()) {
      if (broken == null && condition.check(event, state) instanceof Condition.Broken found) {
        broken = found;
      }
    }
    return broken;
  }

  /** The first that does not hold of the next version; null when all do. */
  Condition.@Nullable Broken after(
      Event<T> event, EntityState<S> state, @Nullable String json, @Nullable S next, String text) {
    Condition.Broken broken = declared(conditions.ensured(), event, json, text);
    for (Postcondition<T, S> condition : conditions.after()) {
      if (broken == null
          && next != null
          && condition.check(event, state, next) instanceof Condition.Broken found) {
        broken = found;
      }
    }
    return broken;
  }

  private Condition.@Nullable Broken declared(
      List<Declared> declared, Event<T> event, @Nullable String state, @Nullable String next) {
    if (declared.isEmpty()) {
      return null;
    }
    String whole = EnvelopeWriter.write(event.envelope(), CodecText.write(codec, event.data()));
    JsonValue eventJson = json(whole);
    JsonValue stateJson = json(state);
    JsonValue nextJson = json(next);
    Facts facts =
        new Facts(
            root ->
                switch (root) {
                  case "event" -> eventJson;
                  case "state" -> stateJson;
                  case "next" -> nextJson;
                  default -> null;
                });
    for (Declared condition : declared) {
      if (condition.check(facts) instanceof Condition.Broken broken) {
        return broken;
      }
    }
    return null;
  }

  private static @Nullable JsonValue json(@Nullable String text) {
    try {
      return text == null ? null : Json.parse(text);
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("what was written by ourselves is no JSON", e);
    }
  }
}
