package io.eventwright.local.states.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An iteration within its Map's own execution and history. */
final class InlineIteration implements Iteration {
  private final MapVisit map;
  private final int index;
  private final @Nullable Object input;
  private final Flow flow;
  private boolean heard;

  InlineIteration(
      MapVisit map,
      int index,
      @Nullable Object input,
      Map<String, @Nullable Object> item,
      int generation) {
    this.map = map;
    this.index = index;
    this.input = input;
    this.flow = map.flow().child(map.state().flows().get(0), item, end(generation));
  }

  private Flow.End end(int generation) {
    return new Flow.End() {
      @Override
      public void succeeded(@Nullable Object output) {
        map.inner()
            .run(
                generation,
                () -> {
                  record("MapIterationSucceeded");
                  map.ended(index);
                });
      }

      @Override
      public void failed(@Nullable String error, @Nullable String cause) {
        map.inner()
            .run(
                generation,
                () -> {
                  record("MapIterationFailed");
                  heard = true;
                  flow.abort();
                  map.failed(error, cause);
                });
      }
    };
  }

  private void record(String type) {
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("name", map.state().name());
    details.put("index", index);
    flow.record(type, details);
  }

  @Override
  public void start() {
    record("MapIterationStarted");
    flow.start(input);
  }

  @Override
  public void abort() {
    if (!over()) {
      record("MapIterationAborted");
      flow.abort();
    }
  }

  /** Also when it failed, but nobody has heard of that yet, it is not over. */
  private boolean over() {
    return flow.status() == Flow.Status.SUCCEEDED || flow.status() == Flow.Status.ABORTED || heard;
  }

  @Override
  public void halt() {
    flow.halt();
  }

  @Override
  public void resume() {
    if (!succeeded()) {
      heard = false;
      record("MapIterationStarted");
      flow.resume();
    }
  }

  @Override
  public boolean succeeded() {
    return flow.status() == Flow.Status.SUCCEEDED;
  }

  @Override
  public @Nullable Object output() {
    return flow.output();
  }
}
