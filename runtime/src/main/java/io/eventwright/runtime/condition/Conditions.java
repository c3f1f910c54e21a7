package io.eventwright.runtime.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * All conditions of a worker; the declared ones are asked first.
 *
 * @param required declared, before the decision
 * @param ensured declared, after it
 * @param before the user's own, before the decision
 * @param after the user's own, after it
 * @param <T> the event's record
 * @param <S> the entity's state
 */
public record Conditions<T, S>(
    List<Declared> required,
    List<Declared> ensured,
    List<Precondition<T, S>> before,
    List<Postcondition<T, S>> after) {
  public Conditions {
    required = List.copyOf(required);
    ensured = List.copyOf(ensured);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** None. */
  public static <T, S> Conditions<T, S> none() {
    return new Conditions<>(List.of(), List.of(), List.of(), List.of());
  }

  /** The same and one more. */
  public Conditions<T, S> requiring(Declared condition) {
    return new Conditions<>(and(required, condition), ensured, before, after);
  }

  /** The same and one more. */
  public Conditions<T, S> requiring(Precondition<T, S> condition) {
    return new Conditions<>(required, ensured, and(before, condition), after);
  }

  /** The same and one more. */
  public Conditions<T, S> ensuring(Declared condition) {
    return new Conditions<>(required, and(ensured, condition), before, after);
  }

  /** The same and one more. */
  public Conditions<T, S> ensuring(Postcondition<T, S> condition) {
    return new Conditions<>(required, ensured, before, and(after, condition));
  }

  private static <C> List<C> and(List<C> some, C one) {
    List<C> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
