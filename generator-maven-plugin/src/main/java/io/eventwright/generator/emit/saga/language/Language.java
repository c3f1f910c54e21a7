package io.eventwright.generator.emit.saga.language;

import io.eventwright.generator.model.Condition;
import java.util.List;
import java.util.Map;

/** How a state says what it means, in one of the two languages. */
public interface Language {

  /** The word for it in {@code QueryLanguage}. */
  String word();

  /**
   * A test of an expression.
   *
   * @param any of which one must hold
   * @param there whether the value is always there; where it need not be, only a test of that says
   *     anything of nothing
   */
  record Test(Expression value, List<Condition.Test> any, boolean there) {
    public Test {
      any = List.copyOf(any);
    }
  }

  /** Puts into a choice's rule that all of these hold. */
  void when(Map<String, Object> rule, List<Test> all);

  /** Puts what a task is called with into its state. */
  void arguments(Map<String, Object> state, Map<String, Object> arguments);

  /** Puts into a state what its output is: nothing of its result, since variables carry all. */
  void output(Map<String, Object> state, Map<String, Object> output);

  /** Puts the list that a map goes through, and what each item's flow begins with. */
  void items(Map<String, Object> state, Expression list, Map<String, Object> selector);

  /** Puts a time to wait until. */
  void until(Map<String, Object> state, Expression time);

  /** A tree in which every expression is said in this language. */
  Map<String, Object> resolve(Map<String, Object> tree);
}
