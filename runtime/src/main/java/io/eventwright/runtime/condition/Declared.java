package io.eventwright.runtime.condition;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition as {@code system.yaml} declares it: a code, and clauses of which all must hold.
 *
 * <pre>{@code
 * Declared.condition("known-currency", "event.data.currency is EUR or is USD")
 *     .where(List.of("event", "data", "currency"), Test.is("EUR"), Test.is("USD"))
 * }</pre>
 *
 * @param code a stable word for machines
 * @param reason what must hold, for people
 * @param clauses all of which must hold
 */
public record Declared(String code, String reason, List<Clause> clauses) {

  /**
   * One path and the tests of which one must pass.
   *
   * @param path {@code event}, {@code state} or {@code next}, and names from there on
   * @param tests any of which must pass
   */
  public record Clause(List<String> path, List<Test> tests) {
    public Clause {
      path = List.copyOf(path);
      tests = List.copyOf(tests);
    }

    boolean holds(Facts facts) {
      return tests.stream().anyMatch(test -> test.passes(facts.at(path)));
    }
  }

  public Declared {
    clauses = List.copyOf(clauses);
  }

  /** Begins one that holds of everything. */
  public static Declared condition(String code, String reason) {
    return new Declared(code, reason, List.of());
  }

  /** The same with one more clause. */
  public Declared where(List<String> path, Test... tests) {
    List<Clause> more = new ArrayList<>(clauses);
    more.add(new Clause(path, List.of(tests)));
    return new Declared(code, reason, more);
  }

  /** Whether all clauses hold. */
  public Condition check(Facts facts) {
    return Condition.that(
        clauses.stream().allMatch(clause -> clause.holds(facts)), code, "it must hold: " + reason);
  }
}
