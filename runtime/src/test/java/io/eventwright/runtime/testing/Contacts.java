package io.eventwright.runtime.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.seal.Sealing;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a person is reached, which is sealed; as generated code would be, by hand. */
public final class Contacts {
  private Contacts() {}

  /** The data of both events, the entity's state, and the projection's row. */
  public record Contact(String player, @Nullable String email) {}

  private static final Sealing SEALING =
      new Sealing("player", List.of("player"), List.of(List.of("email")));

  private static final Codec<Contact> CODEC =
      new Codec<>() {
        @Override
        public Contact read(JsonParser parser) throws IOException {
          String player = "";
          String email = null;
          while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
              case "player" -> player = parser.getText();
              case "email" -> email = parser.getText();
              default -> parser.skipChildren();
            }
          }
          return new Contact(player, email);
        }

        @Override
        public void write(Contact value, JsonGenerator generator) throws IOException {
          generator.writeStartObject();
          generator.writeStringField("player", value.player());
          if (value.email() != null) {
            generator.writeStringField("email", value.email());
          }
          generator.writeEndObject();
        }
      };

  /** An address has an at-sign: what is sealed would not do. */
  private static final Validator SCHEMA =
      new Validator() {
        @Override
        public boolean isValid(JsonValue value) {
          return validate(value, 1).isValid();
        }

        @Override
        public ValidationResult validate(JsonValue value, int limit) {
          boolean holds =
              value instanceof JsonObject data
                  && data.get("player") instanceof JsonString
                  && (data.get("email") == null
                      || data.get("email") instanceof JsonString email
                          && email.value().contains("@"));
          return new ValidationResult(
              holds
                  ? List.of()
                  : List.of(new Violation("/email", "/pattern", "urn:test", "pattern", "is none")),
              false);
        }
      };

  public static final EventType<Contact> GIVEN =
      new EventType<>("arcade", "contact-given", 1, CODEC, List.of(SCHEMA), SEALING);
  public static final EventType<Contact> CHANGED =
      new EventType<>("arcade", "contact-changed", 1, CODEC, List.of(SCHEMA), SEALING);
  public static final EntityType<Contact> CONTACTS =
      new EntityType<>("contact", CODEC, SCHEMA, SEALING);
  public static final ProjectionType<Contact> ROWS =
      new ProjectionType<>("contacts", CODEC, SCHEMA, SEALING);

  /** Keeps what it is given, and says so. */
  public static WorkerDefinition<Contact, Contact> keepContact() {
    return WorkerDefinition.named("keep-contact", GIVEN, CONTACTS)
        .keyedBy(event -> event.data().player())
        .emits(CHANGED)
        .decidedBy(
            (event, known) -> Decision.next(event.data(), new Emission<>(CHANGED, event.data())));
  }

  /** Shows what is kept. */
  public static ProjectionDefinition<Contact> rows() {
    return ProjectionDefinition.of(ROWS)
        .from(CHANGED, event -> event.data().player(), event -> event.data())
        .build();
  }
}
