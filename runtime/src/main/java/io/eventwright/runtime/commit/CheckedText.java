package io.eventwright.runtime.commit;

import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.seal.Sealing;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.worker.Emission;
import org.jspecify.annotations.Nullable;

/** What a decision holds, as JSON that its schema accepts: the postcondition of every worker. */
final class CheckedText {
  private CheckedText() {}

  static <S> String of(EntityType<S> type, S state) throws Rejection {
    return checked(type.codec(), type.validator(), state, "entity:" + type.name());
  }

  /** The emission's data, sealed; its type is {@code type}. */
  static <T> String of(EventType<T> type, Emission<?> emission, Seals seals) throws Rejection {
    @SuppressWarnings("unchecked")
    T data = (T) emission.data();
    Validator newest = type.validators().get(type.newestMinor());
    String text = checked(type.codec(), newest, data, type.dataschema(type.newestMinor()));
    return sealed(type.sealing(), type.sealed(), text, seals);
  }

  /** A state that holds, as it is kept. */
  static String sealed(EntityType<?> type, String state, Seals seals) throws Rejection {
    return sealed(type.sealing(), type.sealed(), state, seals);
  }

  private static String sealed(@Nullable Sealing sealing, String what, String text, Seals seals)
      throws Rejection {
    try {
      return seals.seal(sealing, what, text);
    } catch (Seals.NoSubject e) {
      throw new Rejection(Reason.DECISION_INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static <T> String checked(Codec<T> codec, Validator validator, T value, String schema)
      throws Rejection {
    String text = CodecText.write(codec, value);
    JsonValue json;
    try {
      json = Json.parse(text);
    } catch (JsonParseFailure e) {
      throw new Rejection(
          Reason.DECISION_INVALID, "the decision's " + schema + " is no JSON: " + e.getMessage());
    }
    if (!validator.isValid(json)) {
      ValidationResult result = validator.validate(json);
      throw new Rejection(
          Reason.DECISION_INVALID,
          "the decision breaks " + schema + ": " + result.violations().get(0),
          schema,
          result.violations());
    }
    return text;
  }
}
