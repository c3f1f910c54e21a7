package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.FlowDefinition;
import io.eventwright.local.states.definition.StateDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parallel: all branches side by side, on the same input. */
final class ParallelVisit extends Visit {
  private final Inner inner = new Inner(this);
  private List<Flow> branches = List.of();

  ParallelVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    Object payload = fields().payload();
    flow().record("ParallelStateStarted", Map.of());
    List<Flow> started = new ArrayList<>();
    Flow.End end = end();
    for (FlowDefinition branch : state().flows()) {
      started.add(flow().child(branch, null, end));
    }
    branches = started;
    branches.forEach(branch -> branch.start(payload));
  }

  private Flow.End end() {
    int generation = inner.begin();
    return new Flow.End() {
      @Override
      public void succeeded(@Nullable Object output) {
        inner.run(generation, ParallelVisit.this::oneMore);
      }

      @Override
      public void failed(@Nullable String error, @Nullable String cause) {
        inner.run(
            generation,
            () -> {
              inner.stop();
              abortInner();
              fail(error, cause);
            });
      }
    };
  }

  private void oneMore() {
    if (branches.stream().allMatch(branch -> branch.status() == Flow.Status.SUCCEEDED)) {
      // Branches that end at the same time are each told of when all have ended.
      inner.stop();
      List<@Nullable Object> outputs = new ArrayList<>();
      branches.forEach(branch -> outputs.add(branch.output()));
      flow().record("ParallelStateSucceeded", Map.of());
      succeed(outputs);
    }
  }

  @Override
  void recordFailure(@Nullable String error, @Nullable String cause) {
    flow().record("ParallelStateFailed", Map.of());
  }

  @Override
  void abortInner() {
    branches.forEach(Flow::abort);
  }

  @Override
  void halt() {
    super.halt();
    branches.forEach(Flow::halt);
  }

  @Override
  void resume() {
    if (branches.isEmpty()) {
      run();
    } else {
      inner.goOn();
      branches.forEach(Flow::resume);
    }
  }
}
