package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Values that are likely to break one keyword; which of them do is for a validator to say. */
final class BrokenValues {

  private static final List<JsonValue> ONE_OF_EACH_TYPE =
      List.of(
          new JsonString("not this"),
          JsonNumber.of(-1),
          JsonNumber.ofText("0.5"),
          JsonBoolean.TRUE,
          JsonNull.NULL,
          JsonObject.empty(),
          JsonArray.of());

  private static final List<String> ODD_TEXTS = List.of("", " ", "?", "not valid", "0", "~\u00e9~");

  private BrokenValues() {}

  /** What to try in place of a value that fits. */
  static List<JsonValue> of(Keyword keyword, JsonValue value) {
    List<JsonValue> candidates = new ArrayList<>();
    if (value instanceof JsonString string) {
      BrokenTexts.of(keyword, string.value()).forEach(each -> candidates.add(new JsonString(each)));
    } else if (value instanceof JsonNumber number) {
      numbers(keyword, number.decimalValue()).forEach(each -> candidates.add(JsonNumber.of(each)));
    } else if (value instanceof JsonArray array) {
      candidates.addAll(BrokenArrays.of(keyword, array));
    } else if (value instanceof JsonObject object) {
      candidates.addAll(BrokenObjects.of(keyword, object));
    }
    if (KeywordTypes.of(keyword) == null) {
      candidates.addAll(similar(value));
      candidates.addAll(ONE_OF_EACH_TYPE);
      ODD_TEXTS.forEach(each -> candidates.add(new JsonString(each)));
    }
    return candidates;
  }

  /** For combinations of schemas: the same value with a part gone, or with one too many. */
  private static List<JsonValue> similar(JsonValue value) {
    List<JsonValue> similar = new ArrayList<>();
    if (value instanceof JsonObject object) {
      object.names().forEach(name -> similar.add(BrokenObjects.without(object, name)));
      for (int i = 0; i < object.size(); i++) {
        for (JsonValue other : ONE_OF_EACH_TYPE) {
          similar.add(BrokenObjects.with(object, object.name(i), other));
        }
      }
    }
    return similar;
  }

  private static Stream<BigDecimal> numbers(Keyword keyword, BigDecimal value) {
    if (keyword instanceof Keyword.Minimum minimum) {
      return Stream.of(
          minimum.value().subtract(BigDecimal.ONE), minimum.value(), minimum.value().negate());
    }
    if (keyword instanceof Keyword.Maximum maximum) {
      return Stream.of(maximum.value().add(BigDecimal.ONE), maximum.value());
    }
    if (keyword instanceof Keyword.MultipleOf multiple) {
      BigDecimal half = multiple.value().divide(BigDecimal.valueOf(2));
      return Stream.of(value.add(BigDecimal.ONE), value.add(half), value.subtract(half));
    }
    return keyword instanceof Keyword.Format
        ? Stream.of(new BigDecimal("9223372036854775808"), new BigDecimal("0.5"))
        : Stream.of(value.add(BigDecimal.ONE), value.negate());
  }
}
