package io.eventwright.proof.saga;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.util.List;

/**
 * What random sagas are about: the data of each of their events.
 *
 * @param kind decides choices
 */
record Trip(String kind) {

  /** How much a step has taken: 0 or 1 when all is right. */
  record Account(long taken) {}

  private static final Codec<Trip> CODEC =
      new Codec<>() {
        @Override
        public Trip read(JsonParser parser) throws IOException {
          String kind = "";
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("kind")) {
              kind = parser.getText();
            } else {
              parser.skipChildren();
            }
          }
          return new Trip(kind);
        }

        @Override
        public void write(Trip value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeStringField("tripId", "t-1");
          generator.writeStringField("kind", value.kind());
          generator.writeArrayFieldStart("items");
          generator.writeEndArray();
          generator.writeEndObject();
        }
      };

  private static final Codec<Account> ACCOUNT =
      new Codec<>() {
        @Override
        public Account read(JsonParser parser) throws IOException {
          long taken = 0;
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            taken = parser.getLongValue();
          }
          return new Account(taken);
        }

        @Override
        public void write(Account value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeNumberField("taken", value.taken());
          generator.writeEndObject();
        }
      };

  /** Validators are proved elsewhere. */
  private static final Validator ANY =
      new Validator() {
        @Override
        public boolean isValid(JsonValue value) {
          return true;
        }

        @Override
        public ValidationResult validate(JsonValue value, int limit) {
          return new ValidationResult(List.of(), false);
        }
      };

  static final EventType<Trip> REQUESTED = type("trip-requested");
  static final EventType<Trip> BOOKED = type("trip-booked");
  static final EventType<Trip> TOLD = type("trip-told");
  static final EventType<Trip> CANCELLED = type("trip-cancelled");
  static final EventType<Trip> PART_REQUESTED = type("part-requested");
  static final EventType<Trip> PART_BOOKED = type("part-booked");
  static final EventType<Trip> PART_CANCELLED = type("part-cancelled");
  static final EntityType<Account> ACCOUNTS = new EntityType<>("account", ACCOUNT, ANY);

  private static EventType<Trip> type(String name) {
    return new EventType<>("random", name, 1, CODEC, List.of(ANY));
  }
}
