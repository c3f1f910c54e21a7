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

  /** Puts into a state that nothing of its result goes on. */
  void withoutOutput(Map<String, Object> state);

  /**
   * Puts into a task what of its result the next state asks for, as an {@link Expression.Answer}.
   *
   * @param member where it stands in a language whose states hand on all that is known
   */
  void output(Map<String, Object> state, String member, Map<String, Object> output);

  /** Puts into a task what of its result is known from now on. */
  void keep(Map<String, Object> state, String variable, Expression.Result result);

  /** Puts into a state that makes something what it makes, known from now on. */
  void make(Map<String, Object> state, String variable, Map<String, Object> value);

  /**
   * What is known from here on.
   *
   * @param from a catcher or a choice; a language with variables says it there
   * @return a state that says it, where there are none; else empty
   */
  Map<String, Object> note(Map<String, Object> from, String variable, Map<String, Object> value);

  /** Puts into a catcher that nothing of what it caught is known from now on. */
  void forget(Map<String, Object> catcher);

  /** Whether what is known stands in variables; else it stands in each state's input. */
  boolean hasVariables();

  /**
   * Whether a value that is not there is an error that can be caught; else it must be asked for
   * first, since it ends the execution.
   */
  boolean catchesMissing();

  /**
   * How a map goes through a list.
   *
   * @param list what it takes one by one
   * @param item what that gives each time, and {@code index} where it stands in the saga's list
   * @param itemName what the item is called in its flow, and {@code indexName} its index
   */
  record Iteration(
      Expression list, Expression item, Expression index, String itemName, String indexName) {}

  /**
   * Puts what a map goes through, and what each item's flow begins with.
   *
   * @param flow of an item, as it is written
   */
  void items(Map<String, Object> state, Iteration iteration, Map<String, Object> flow);

  /** Puts a time to wait until. */
  void until(Map<String, Object> state, Expression time);

  /** Puts into a choice's rule that a value is a time. */
  void whenTime(Map<String, Object> rule, Expression value);

  /** Puts into a choice's rule that a list has an item. */
  void whenFilled(Map<String, Object> rule, Expression list);

  /** A tree in which every expression is said in this language. */
  Map<String, Object> resolve(Map<String, Object> tree);
}
