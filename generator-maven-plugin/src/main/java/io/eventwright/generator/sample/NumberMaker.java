package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Makes numbers within bounds; of wide bounds the part that people can read. */
record NumberMaker(Facets facets, SeededNumbers random, Fullness fullness) {

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal WIDEST = BigDecimal.valueOf(10_000);

  Optional<JsonNumber> make(boolean whole) {
    BigDecimal step = step(whole);
    BigDecimal least = null;
    BigDecimal most = null;
    for (Keyword.Minimum each : facets.all(Keyword.Minimum.class).toList()) {
      BigDecimal bound = steps(each.value(), step, RoundingMode.CEILING, each.exclusive());
      least = least == null ? bound : least.max(bound);
    }
    for (Keyword.Maximum each : facets.all(Keyword.Maximum.class).toList()) {
      BigDecimal bound = steps(each.value(), step, RoundingMode.FLOOR, each.exclusive());
      most = most == null ? bound : most.min(bound);
    }
    BigDecimal from = least != null ? least : most != null ? most.subtract(WIDEST) : BigDecimal.ONE;
    if (from.signum() < 0 && (most == null || most.signum() > 0)) {
      from = BigDecimal.ZERO;
    }
    BigDecimal to = from.add(WIDEST);
    to = most != null ? to.min(most) : to;
    if (to.compareTo(from) < 0) {
      return Optional.empty();
    }
    long width = to.subtract(from).longValueExact();
    BigDecimal steps = from.add(BigDecimal.valueOf(random.below(width + 1)));
    // Faults like to sit at the bounds.
    if (fullness == Fullness.LARGEST || random.oneIn(6)) {
      steps = least != null && random.oneIn(2) ? least : most != null ? most : steps;
    }
    BigDecimal value = steps.multiply(step);
    return Optional.of(
        JsonNumber.ofText(plain(whole ? value.setScale(0, RoundingMode.UNNECESSARY) : value)));
  }

  /** Rounds towards the inside of the bounds, in units of the step. */
  private static BigDecimal steps(
      BigDecimal bound, BigDecimal step, RoundingMode towards, boolean exclusive) {
    BigDecimal steps = bound.divide(step, 0, towards);
    if (exclusive && steps.multiply(step).compareTo(bound) == 0) {
      return towards == RoundingMode.CEILING
          ? steps.add(BigDecimal.ONE)
          : steps.subtract(BigDecimal.ONE);
    }
    return steps;
  }

  private BigDecimal step(boolean whole) {
    List<BigDecimal> factors =
        facets.all(Keyword.MultipleOf.class).map(Keyword.MultipleOf::value).toList();
    if (factors.isEmpty()) {
      return whole ? BigDecimal.ONE : fraction();
    }
    BigDecimal step = factors.get(0);
    // Each of some multiples of the product is a multiple of all of them.
    for (BigDecimal factor : factors.subList(1, factors.size())) {
      step = step.remainder(factor).signum() == 0 ? step : step.multiply(factor);
    }
    if (whole && step.stripTrailingZeros().scale() > 0) {
      step = step.multiply(BigDecimal.TEN.pow(step.stripTrailingZeros().scale()));
    }
    return step;
  }

  /** Cents, or less where the bounds are that narrow. */
  private BigDecimal fraction() {
    Optional<BigDecimal> least =
        facets.all(Keyword.Minimum.class).map(Keyword.Minimum::value).reduce(BigDecimal::max);
    Optional<BigDecimal> most =
        facets.all(Keyword.Maximum.class).map(Keyword.Maximum::value).reduce(BigDecimal::min);
    if (least.isPresent() && most.isPresent()) {
      BigDecimal width = most.get().subtract(least.get());
      if (width.signum() > 0 && width.compareTo(BigDecimal.ONE) < 0) {
        return BigDecimal.ONE.movePointLeft(width.scale() - width.precision() + 4);
      }
    }
    return CENT;
  }

  private static String plain(BigDecimal value) {
    return Math.abs(value.scale()) < 50 ? value.toPlainString() : value.toString();
  }
}
