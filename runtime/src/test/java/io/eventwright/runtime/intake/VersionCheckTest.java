package io.eventwright.runtime.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionCheckTest {
  private static final JsonValue DATA = Json.constant("{}");

  @ParameterizedTest
  @CsvSource({
    "/additionalProperties, additionalProperties",
    "/properties/currency/enum, enum",
    "/properties/price/oneOf, oneOf",
    "/properties/price/oneOf/1/properties/kind/const, const",
    "/properties/price/anyOf/0/required, required"
  })
  void aNewerMinorMayHaveMore(String schemaPointer, String keyword) {
    assertDoesNotThrow(() -> VersionCheck.check(type(schemaPointer, keyword), 1, DATA));
    assertThrows(Rejection.class, () -> VersionCheck.check(type(schemaPointer, keyword), 0, DATA));
  }

  @ParameterizedTest
  @CsvSource({
    "/required, required",
    "/properties/amount/minimum, minimum",
    "/properties/anyOf/type, type"
  })
  void aNewerMinorBreaksNothing(String schemaPointer, String keyword) {
    assertThrows(Rejection.class, () -> VersionCheck.check(type(schemaPointer, keyword), 1, DATA));
  }

  @Test
  void manyThingsThatMayGrowDoNotHideOneThatMayNot() {
    List<Violation> found = new ArrayList<>(Collections.nCopies(100, violation("/enum", "enum")));
    found.add(violation("/minimum", "minimum"));
    Rejection rejection =
        assertThrows(Rejection.class, () -> VersionCheck.check(type(found), 1, DATA));
    assertEquals(
        List.of("minimum"), rejection.violations().stream().map(Violation::keyword).toList());
  }

  private static Violation violation(String schemaPointer, String keyword) {
    return new Violation("", schemaPointer, "urn:test", keyword, "as the test says");
  }

  /** A type of one minor whose schema finds this one thing. */
  private static EventType<String> type(String schemaPointer, String keyword) {
    return type(List.of(violation(schemaPointer, keyword)));
  }

  private static EventType<String> type(List<Violation> all) {
    Validator validator =
        new Validator() {
          @Override
          public boolean isValid(JsonValue value) {
            return false;
          }

          @Override
          public ValidationResult validate(JsonValue value, int limit) {
            boolean cut = all.size() > limit;
            return new ValidationResult(cut ? all.subList(0, limit) : all, cut);
          }
        };
    Codec<String> unused =
        new Codec<>() {
          @Override
          public String read(JsonParser parser) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(String value, JsonGenerator generator) {
            throw new UnsupportedOperationException();
          }
        };
    return new EventType<>("arcade", "price-changed", 1, unused, List.of(validator));
  }
}
