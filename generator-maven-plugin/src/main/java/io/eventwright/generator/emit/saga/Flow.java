package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of one flow: of the machine itself, a branch, or a map's items. It collects them in
 * order, and what may have to wait for a person.
 */
final class Flow {

  /** Of states and of variables (Step Functions' developer guide, "State machine structure"). */
  private static final int LONGEST_NAME = 80;

  private record Parked(String state, String next) {}

  /**
   * What a value is called, where it comes from.
   *
   * @param label what this flow is called in the names of its states; empty for the machine's own
   * @param index the variable that counts a map's items, for each map around, the outermost first
   */
  record Place(String label, List<String> index) {
    Place {
      index = List.copyOf(index);
    }

    static final Place MACHINE = new Place("", List.of());

    Place branch(String name) {
      return new Place(name, index);
    }

    Place item(String name, String variable) {
      List<String> all = new ArrayList<>(index);
      all.add(variable);
      return new Place(name, all);
    }

    boolean isMachine() {
      return label.isEmpty();
    }

    /** A name that is unique among all flows. */
    String named(String name) {
      return isMachine() ? name : name + " (" + within(label, name.length() + " ()".length()) + ")";
    }

    /** A variable of this flow; one of an inner flow may not be called as one around it. */
    String variable(String name) {
      return isMachine() ? name : name + within(LogicalIds.of(label), name.length());
    }

    /** Whole where it has room; else its beginning, and what tells it from others. */
    private String within(String text, int beside) {
      int room = LONGEST_NAME - beside;
      if (text.length() <= room) {
        return text;
      }
      String told = "%08x".formatted(label.hashCode());
      return text.substring(0, room - told.length()) + told;
    }
  }

  private final Place place;
  private final Language language;
  private final Map<String, Object> states = new LinkedHashMap<>();
  private final Map<String, Object> notes = new LinkedHashMap<>();
  private final List<Parked> parked = new ArrayList<>();
  private boolean needsEnd;

  Flow(Place place, Language language) {
    this.place = place;
    this.language = language;
  }

  Place place() {
    return place;
  }

  Language language() {
    return language;
  }

  /** Adds a state, and behind it those that it leads through. */
  void add(String name, Map<String, Object> state) {
    states.put(name, language.resolve(state));
    states.putAll(language.resolve(notes));
    notes.clear();
  }

  /** Puts where a state leads; null ends the flow. */
  void next(Map<String, Object> state, @Nullable String next) {
    if (next == null) {
      state.put("End", true);
    } else {
      state.put("Next", next);
    }
  }

  /** Where a choice leads, which has no end of its own. */
  String target(@Nullable String next) {
    if (next != null) {
      return next;
    }
    needsEnd = true;
    return end();
  }

  private String end() {
    return place.named("End");
  }

  /** A catcher that parks what could not be done; skipped, it goes on at {@code next}. */
  Map<String, Object> parking(String state, @Nullable String next) {
    return parking(SagaErrors.ANY, state, next);
  }

  /** The same of some errors only. */
  Map<String, Object> parking(List<String> errors, String state, @Nullable String next) {
    parked.add(new Parked(state, target(next)));
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", errors);
    String note = place.named("Park " + state);
    catcher.put("Next", noting(catcher, note, parked(), caught("state", state), waiting()));
    return catcher;
  }

  /** Adds a state behind the next one. */
  void behind(String name, Map<String, Object> state) {
    notes.put(name, state);
  }

  /** What is known of what is parked. */
  String parked() {
    return place.variable("parked");
  }

  /** The state in which it waits for a person. */
  String waiting() {
    return place.named("Parked");
  }

  /** A catcher after which the saga goes on as if nothing had happened. */
  Map<String, Object> goingOn(List<String> errors, String next) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", errors);
    language.forget(catcher);
    catcher.put("Next", next);
    return catcher;
  }

  /**
   * Says on the way from a catcher or a choice to another state what is known from there on.
   *
   * @param note the name of the state that says it, in a language that needs one
   * @return where the way leads first
   */
  String noting(
      Map<String, Object> from,
      String note,
      String variable,
      Map<String, Object> value,
      String next) {
    Map<String, Object> state = language.note(from, variable, value);
    if (state.isEmpty()) {
      return next;
    }
    state.put("Next", next);
    notes.put(note, state);
    return note;
  }

  /** What was caught, and where. */
  static Map<String, Object> caught(String key, String name) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put(key, name);
    failure.put("caught", new Expression.Caught());
    return failure;
  }

  /** All states, with those that wait for a person. */
  Map<String, Object> states(ParkedStates waiting) {
    if (!parked.isEmpty()) {
      waiting.add(this);
    }
    if (needsEnd) {
      Map<String, Object> end = new LinkedHashMap<>();
      end.put("Type", "Succeed");
      states.put(end(), end);
    }
    return states;
  }

  /** The rules by which an answered flow goes on. */
  List<Object> decisions(Expression decision, Expression state) {
    List<Object> rules = new ArrayList<>();
    for (Parked each : parked) {
      rules.add(rule(decision, "resume", state, each.state(), each.state()));
      rules.add(rule(decision, "skip", state, each.state(), each.next()));
    }
    return rules;
  }

  private Object rule(
      Expression decision, String word, Expression state, String name, String next) {
    Map<String, Object> rule = new LinkedHashMap<>();
    language.when(
        rule,
        List.of(
            new Language.Test(decision, List.of(new Condition.Equal(word)), false),
            new Language.Test(state, List.of(new Condition.Equal(name)), true)));
    rule.put("Next", next);
    return rule;
  }
}
