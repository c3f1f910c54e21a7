package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.runtime.json.JsonLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * The bounds of numbers, each written with as many digits as it needs. What has no bound has as
 * many characters as a reader takes.
 */
final class Numbers {

  private static final long MOST = JsonLimits.DEFAULT.maxNumberLength();

  private Numbers() {}

  /** How many characters the longest number takes that fits some schemas. */
  static long longest(List<SchemaNode> way, Set<JsonType> types) {
    int decimals = types.contains(JsonType.NUMBER) ? decimals(way) : 0;
    BigDecimal least = null;
    BigDecimal most = null;
    for (SchemaNode node : way) {
      for (Keyword.Minimum each : node.all(Keyword.Minimum.class)) {
        least = least == null ? each.value() : least.max(each.value());
      }
      for (Keyword.Maximum each : node.all(Keyword.Maximum.class)) {
        most = most == null ? each.value() : most.min(each.value());
      }
      for (Keyword.Format each : node.all(Keyword.Format.class)) {
        int bits = each.format().equals("int32") ? 31 : each.format().equals("int64") ? 63 : 0;
        if (bits > 0 && each.asserted()) {
          BigDecimal end = BigDecimal.valueOf(2).pow(bits);
          least = least == null ? end.negate() : least.max(end.negate());
          most = most == null ? end.subtract(BigDecimal.ONE) : most.min(end);
        }
      }
    }
    if (least == null || most == null || decimals < 0) {
      return MOST;
    }
    long point = decimals == 0 ? 0 : 1;
    return Math.min(MOST, Math.max(digits(least), digits(most)) + point + decimals);
  }

  /** How many digits may follow the point, -1 for any number. */
  private static int decimals(List<SchemaNode> way) {
    int decimals = -1;
    for (SchemaNode node : way) {
      for (Keyword.MultipleOf each : node.all(Keyword.MultipleOf.class)) {
        int scale = Math.max(0, each.value().stripTrailingZeros().scale());
        decimals = decimals < 0 ? scale : Math.min(decimals, scale);
      }
    }
    return decimals;
  }

  /** The digits before the point, with a sign. */
  private static long digits(BigDecimal bound) {
    // Exponents are within reach: what reads schemas refuses others.
    BigDecimal whole = bound.setScale(0, RoundingMode.DOWN);
    long digits = Math.max(1, (long) whole.precision() - whole.scale());
    return digits + (bound.signum() < 0 ? 1 : 0);
  }
}
