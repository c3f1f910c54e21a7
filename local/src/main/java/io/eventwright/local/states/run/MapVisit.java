package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Map: the same states for each item, inline or as executions of their own. */
final class MapVisit extends Visit {
  private static final int MOST_ITERATIONS = 40;
  private static final int MOST_CHILDREN = 10_000;

  private final Inner inner = new Inner(this);
  private final boolean distributed;
  private final List<Iteration> iterations = new ArrayList<>();
  private MapLimits limits = new MapLimits(0, 0);
  private int concurrency;
  private @Nullable MapItems items;
  private int generation;
  private int running;
  private int failures;
  private String runArn = "";

  MapVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
    distributed = state.flows().get(0).distributed();
  }

  Inner inner() {
    return inner;
  }

  @Override
  void run() {
    concurrency = MapLimits.concurrency(this, distributed ? MOST_CHILDREN : MOST_ITERATIONS);
    boolean elsewhere = state().has("ItemReader");
    MapItems found = elsewhere ? null : MapItems.of(this);
    generation = inner.begin();
    iterations.clear();
    running = 0;
    failures = 0;
    flow()
        .record("MapStateStarted", Execution.details("length", found == null ? 0 : found.count()));
    limits = MapLimits.of(this);
    if (distributed) {
      runArn = newRunArn();
      flow().record("MapRunStarted", Execution.details("mapRunArn", runArn));
    }
    if (found == null) {
      ItemReader.read(this, array -> begin(MapItems.of(this, array)));
    } else {
      begin(found);
    }
  }

  private void begin(MapItems found) {
    items = found;
    more();
  }

  /** The items could not be read or the results not be written. */
  void runFailed(String error, @Nullable String cause) {
    flow().record("MapRunFailed", Execution.failure(error, cause));
    fail(error, cause);
  }

  /** The part of ARNs that names this Map. */
  String label() {
    String label = state().text("Label");
    return label == null ? state().name().replaceAll("[^A-Za-z0-9_-]", "_") : label;
  }

  private String newRunArn() {
    return flow().execution().identity().machineArn().replace(":stateMachine:", ":mapRun:")
        + "/"
        + label()
        + ":"
        + UUID.randomUUID();
  }

  /** Starts what may be started; ends the Map when all has ended. */
  private void more() {
    MapItems all = items;
    if (all == null) {
      return;
    }
    while (iterations.size() < all.iterations() && running < concurrency) {
      int index = iterations.size();
      Object input = all.input(index);
      Map<String, @Nullable Object> item = all.context(index);
      Iteration next =
          distributed
              ? new ChildExecution(this, index, input, item, generation)
              : new InlineIteration(this, index, input, item, generation);
      iterations.add(next);
      running++;
      next.start();
    }
    if (running == 0) {
      finish();
    }
  }

  void ended(int index) {
    running--;
    more();
  }

  /** A child execution failed, which a distributed Map may tolerate. */
  void tolerated(@Nullable String error, @Nullable String cause) {
    failures++;
    if (items != null && limits.exceededBy(failures, items.iterations())) {
      inner.stop();
      iterations.forEach(Iteration::abort);
      String threshold = "The specified tolerated failure threshold was exceeded";
      runFailed("States.ExceedToleratedFailureThreshold", threshold);
    } else {
      running--;
      more();
    }
  }

  /** An inline iteration failed, and with it the Map. */
  void failed(@Nullable String error, @Nullable String cause) {
    inner.stop();
    iterations.forEach(Iteration::abort);
    fail(error, cause);
  }

  private void finish() {
    List<@Nullable Object> outputs = new ArrayList<>();
    iterations.stream().filter(Iteration::succeeded).forEach(each -> outputs.add(each.output()));
    Map<String, @Nullable Object> writer = Json.asObject(state().get("ResultWriter"));
    if (distributed && writer != null && writer.containsKey("Resource")) {
      ResultWriter.write(this, writer, runArn, outputs, this::done);
    } else {
      done(outputs);
    }
  }

  private void done(@Nullable Object result) {
    if (distributed) {
      flow().record("MapRunSucceeded", Map.of());
    }
    flow().record("MapStateSucceeded", Map.of());
    succeed(result);
  }

  @Override
  void recordFailure(@Nullable String error, @Nullable String cause) {
    flow().record("MapStateFailed", Map.of());
  }

  @Override
  void abortInner() {
    iterations.forEach(Iteration::abort);
  }

  @Override
  void halt() {
    super.halt();
    iterations.forEach(Iteration::halt);
  }

  @Override
  void resume() {
    if (items == null || iterations.isEmpty()) {
      run();
      return;
    }
    inner.goOn();
    if (distributed) {
      flow().record("MapRunRedriven", Execution.details("mapRunArn", runArn));
    }
    failures = 0;
    running = (int) iterations.stream().filter(each -> !each.succeeded()).count();
    iterations.forEach(Iteration::resume);
    more();
  }
}
