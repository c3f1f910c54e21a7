package io.eventwright.generator.emit.saga.language;

import java.util.List;

/** A value that is known only when a state runs; it stands in a tree of maps, lists and scalars. */
public sealed interface Expression {

  /** A variable, and a path within it. */
  record Variable(String name, List<String> path) implements Expression {
    public Variable {
      path = List.copyOf(path);
    }
  }

  /** The context object, from its root on, such as {@code [Execution, Name]}. */
  record Context(List<String> path) implements Expression {
    public Context {
      path = List.copyOf(path);
    }
  }

  /** The state's input. */
  record Input(List<String> path) implements Expression {
    public Input {
      path = List.copyOf(path);
    }
  }

  /**
   * What the task before has answered.
   *
   * @param member where it stands in a language whose states hand on all that is known
   */
  record Answer(String member, List<String> path) implements Expression {
    public Answer {
      path = List.copyOf(path);
    }
  }

  /** What a task returned, before anything is made of it. */
  record Result(List<String> path) implements Expression {
    public Result {
      path = List.copyOf(path);
    }
  }

  /** What a catcher has caught: its error and cause. */
  record Caught() implements Expression {}

  /** Texts one after the other: strings and expressions. */
  record Joined(List<Object> parts) implements Expression {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** A value as text; an object or a list as JSON. */
  record Text(Expression value) implements Expression {}

  /** What a JSON text says. */
  record Parsed(Expression text) implements Expression {}

  /**
   * The first that is there.
   *
   * @param member where that one is, in a language that must ask for it beforehand
   */
  record OrElse(Expression first, Expression otherwise, String member) implements Expression {}

  /** A list from its end. */
  record Reversed(Expression list) implements Expression {}

  /** The indexes of a list that is not empty and has at most 1,000 items, from the last one on. */
  record IndexesBack(Expression list) implements Expression {}

  /** An item of a list, by its index. */
  record ItemAt(Expression list, Expression index) implements Expression {}

  /** Where an item of a {@link Reversed} list stood before, by where it stands now. */
  record IndexBefore(Expression list, Expression index) implements Expression {}

  /**
   * A time, or an error when it lies more than some seconds after the execution's start. A language
   * without arithmetic on times takes any.
   */
  record TimeWithin(Expression time, long seconds) implements Expression {}

  /** The SHA-256 of a text, in hexadecimal. */
  record Hash(Expression text) implements Expression {}

  /** A text as a key has it beside others, as the runtime writes it: no separator is within. */
  record PartOfKey(Expression text) implements Expression {}

  /** A list out of a text that commas part. */
  record Parts(String commaSeparated) implements Expression {}

  /**
   * The second that lies some seconds after the execution's start, as text. A language without
   * arithmetic on times leaves the field out.
   */
  record SecondsAfterStart(long seconds) implements Expression {}

  /** The same after the state was entered. */
  record SecondsAfterEntered(long seconds) implements Expression {}

  static Variable variable(String name, String... path) {
    return new Variable(name, List.of(path));
  }

  static Result result(String... path) {
    return new Result(List.of(path));
  }

  static Context context(String... path) {
    return new Context(List.of(path));
  }

  static Joined joined(Object... parts) {
    return new Joined(List.of(parts));
  }
}
