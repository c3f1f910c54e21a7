package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a saga. It says what is done and what compensates it, and knows no engine.
 *
 * <p>References carry the place where they are written, so that checks can point there.
 */
public sealed interface SagaStep {

  /** Names its state, unique within the saga. */
  String name();

  /** Where it is written. */
  SourceLocation location();

  /** The worker that compensates it; null for none. */
  default @Nullable Named undo() {
    return null;
  }

  /** The lists of steps within it, in the order in which they are written. */
  default List<List<SagaStep>> inner() {
    return List.of();
  }

  /** What the record that it gives on is filled with; empty for the saga's event. */
  default Map<String, SagaValue> with() {
    return Map.of();
  }

  /** A name and where it is written. */
  record Named(String value, SourceLocation location) {}

  /**
   * A worker's task.
   *
   * @param worker that does it
   * @param undo that compensates it; given the same as the worker
   * @param with what the record that the worker takes is filled with; empty for the saga's event
   * @param retry in order; the first that names an error is for it
   * @param timeout of one attempt; null for a little longer than the worker's
   * @param callback how it waits for an answer; null when it does not
   */
  record Call(
      String name,
      Named worker,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      List<SagaRetry> retry,
      @Nullable Duration timeout,
      @Nullable Callback callback,
      SourceLocation location)
      implements SagaStep {
    public Call {
      with = ordered(with);
      retry = List.copyOf(retry);
    }
  }

  /**
   * An answer that is waited for.
   *
   * @param answer the record that is answered, which is what the step returns
   * @param by what the answer names, unique among what waits; null for the execution's name
   * @param timeout no answer comes later
   * @param heartbeat whoever is asked says within each such time that the answer is still to come;
   *     null when nothing is heard until then
   */
  record Callback(
      EventRef answer, @Nullable SagaPath by, Duration timeout, @Nullable Duration heartbeat) {}

  /** Branches at the same time; one that fails ends them all, and all are compensated. */
  record Parallel(String name, List<Branch> branches, SourceLocation location) implements SagaStep {
    public Parallel {
      branches = List.copyOf(branches);
    }

    @Override
    public List<List<SagaStep>> inner() {
      return branches.stream().map(Branch::steps).toList();
    }
  }

  /** One branch of a {@link Parallel}. */
  record Branch(String name, List<SagaStep> steps, SourceLocation location) {
    public Branch {
      steps = List.copyOf(steps);
    }
  }

  /** The first case that holds is done, else {@code otherwise}. */
  record Choice(String name, List<Case> cases, List<SagaStep> otherwise, SourceLocation location)
      implements SagaStep {
    public Choice {
      cases = List.copyOf(cases);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public List<List<SagaStep>> inner() {
      List<List<SagaStep>> all = new ArrayList<>();
      cases.forEach(each -> all.add(each.steps()));
      all.add(otherwise);
      return List.copyOf(all);
    }
  }

  /**
   * One case of a {@link Choice}.
   *
   * @param when all of which must hold
   */
  record Case(List<Test> when, List<SagaStep> steps, SourceLocation location) {
    public Case {
      when = List.copyOf(when);
      steps = List.copyOf(steps);
    }
  }

  /**
   * A test of what a saga knows.
   *
   * @param tests any of which must hold
   */
  record Test(SagaPath path, List<Condition.Test> tests) {
    public Test {
      tests = List.copyOf(tests);
    }
  }

  /**
   * The steps once for each item of a list.
   *
   * @param over the list
   * @param item what paths call an item
   * @param concurrency items at the same time
   */
  record Each(
      String name,
      SagaPath over,
      String item,
      int concurrency,
      List<SagaStep> steps,
      SourceLocation location)
      implements SagaStep {
    public Each {
      steps = List.copyOf(steps);
    }

    @Override
    public List<List<SagaStep>> inner() {
      return List.of(steps);
    }
  }

  /**
   * Nothing, for a while: either of the two is null.
   *
   * @param duration how long
   * @param until a field that holds a time
   */
  record Wait(
      String name, @Nullable Duration duration, @Nullable SagaPath until, SourceLocation location)
      implements SagaStep {}

  /** A person's yes or no, through a route; no undoes the saga. */
  record Approval(String name, Callback callback, SourceLocation location) implements SagaStep {}

  /**
   * Another saga, to its end. One that was undone counts as refused. It is waited for as long as it
   * may take, since one that is given up is stopped half-way.
   *
   * @param with what the event that the other starts on is filled with; empty for this one's
   */
  record Nested(
      String name,
      Named saga,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      SourceLocation location)
      implements SagaStep {
    public Nested {
      with = ordered(with);
    }
  }

  /** An event, without a worker. */
  record Publish(
      String name,
      EventRef event,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      SourceLocation location)
      implements SagaStep {
    public Publish {
      with = ordered(with);
    }
  }

  /**
   * An item of a table of the system's own, without a worker.
   *
   * @param table its name
   * @param key what the item is found by
   */
  record Put(
      String name,
      String table,
      SagaPath key,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      SourceLocation location)
      implements SagaStep {
    public Put {
      with = ordered(with);
    }
  }

  /** A message in a queue of the system's own, without a worker. */
  record Send(
      String name,
      String queue,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      SourceLocation location)
      implements SagaStep {
    public Send {
      with = ordered(with);
    }
  }

  /**
   * Work that is too long or too large for a function, in a container.
   *
   * @param work fully qualified name of the user's class that does it
   * @param takes the record that it is given
   * @param returns the record that it answers; null for none
   * @param memory in MiB
   * @param timeout of one attempt
   */
  record Task(
      String name,
      Named work,
      EventRef takes,
      @Nullable EventRef returns,
      int memory,
      @Nullable Named undo,
      Map<String, SagaValue> with,
      List<SagaRetry> retry,
      Duration timeout,
      SourceLocation location)
      implements SagaStep {
    /** In MiB, of a task that says nothing. */
    public static final int DEFAULT_MEMORY = 1024;

    public Task {
      with = ordered(with);
      retry = List.copyOf(retry);
    }
  }

  /** From here on nothing is undone: what fails is tried for long and then parked. */
  record PointOfNoReturn(SourceLocation location) implements SagaStep {

    /** As it is written. */
    public static final String WORD = "point-of-no-return";

    @Override
    public String name() {
      return WORD;
    }
  }

  private static Map<String, SagaValue> ordered(Map<String, SagaValue> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
