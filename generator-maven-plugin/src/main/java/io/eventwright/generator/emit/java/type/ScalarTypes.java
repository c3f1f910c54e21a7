package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which class of the JDK holds every value that a scalar's schema lets through. */
final class ScalarTypes {

  private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private ScalarTypes() {}

  /** The type of a shape with one type that is no object and no array. */
  static ScalarKind of(JsonType type, Shape shape, boolean exactText) {
    return switch (type) {
      case STRING -> text(shape.format, exactText || shape.textJudged);
      case BOOLEAN -> ScalarKind.BOOLEAN;
      case INTEGER -> whole(shape.minimum, shape.maximum);
      case NUMBER -> ScalarKind.DECIMAL;
      default -> ScalarKind.JSON;
    };
  }

  /**
   * A class must hold all that the format lets through, and write it so that it still fits. Where
   * something else looks at the text too, only a class that keeps the text will do.
   */
  private static ScalarKind text(@Nullable String format, boolean textJudged) {
    if (format == null) {
      return ScalarKind.STRING;
    }
    return switch (format) {
      case "date" -> ScalarKind.DATE;
      case "uri" -> ScalarKind.URI;
      case "uuid" -> textJudged ? ScalarKind.STRING : ScalarKind.UUID;
      case "date-time" -> textJudged ? ScalarKind.STRING : ScalarKind.INSTANT;
      case "duration" -> textJudged ? ScalarKind.STRING : ScalarKind.DURATION;
      default -> ScalarKind.STRING;
    };
  }

  private static ScalarKind whole(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    if (within(minimum, maximum, MIN_INT, MAX_INT)) {
      return ScalarKind.INT;
    }
    return within(minimum, maximum, MIN_LONG, MAX_LONG) ? ScalarKind.LONG : ScalarKind.BIG_INTEGER;
  }

  private static boolean within(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, BigDecimal from, BigDecimal to) {
    return minimum != null
        && maximum != null
        && minimum.compareTo(from) >= 0
        && maximum.compareTo(to) <= 0;
  }

  /** The type that holds all of some values that are not all strings. */
  static ScalarKind ofValues(List<JsonValue> values) {
    if (values.stream().allMatch(JsonBoolean.class::isInstance)) {
      return ScalarKind.BOOLEAN;
    }
    if (!values.stream().allMatch(JsonNumber.class::isInstance)) {
      return ScalarKind.JSON;
    }
    List<JsonNumber> numbers = values.stream().map(JsonNumber.class::cast).toList();
    if (!numbers.stream().allMatch(JsonNumber::isInteger)) {
      return ScalarKind.DECIMAL;
    }
    BigDecimal least = numbers.stream().map(JsonNumber::decimalValue).reduce(BigDecimal::min).get();
    BigDecimal most = numbers.stream().map(JsonNumber::decimalValue).reduce(BigDecimal::max).get();
    return whole(least, most);
  }
}
