package io.eventwright.local.states.run;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An iteration that is an execution of its own, with its own history. */
final class ChildExecution implements Iteration {
  private final MapVisit map;
  private final int index;
  private final int generation;
  private final Execution execution;

  ChildExecution(
      MapVisit map,
      int index,
      @Nullable Object input,
      Map<String, @Nullable Object> item,
      int generation) {
    this.map = map;
    this.index = index;
    this.generation = generation;
    ExecutionIdentity parent = map.flow().execution().identity();
    String name = UUID.randomUUID().toString();
    ExecutionIdentity identity =
        new ExecutionIdentity(
            parent.machineArn().replace(":stateMachine:", ":execution:")
                + "/"
                + map.label()
                + ":"
                + name,
            name,
            parent.machineArn(),
            parent.machineName(),
            parent.roleArn(),
            input,
            item);
    execution = new Execution(map.engine(), identity, map.state().flows().get(0), null);
  }

  private void closed(Execution ended) {
    map.inner()
        .run(
            generation,
            () -> {
              if (succeeded()) {
                map.ended(index);
              } else {
                map.tolerated(ended.error(), ended.cause());
              }
            });
  }

  @Override
  public void start() {
    execution.start();
    execution.whenClosed(this::closed);
  }

  @Override
  public void abort() {
    execution.stop(null, null);
  }

  @Override
  public void halt() {
    execution.stop(null, null);
  }

  @Override
  public void resume() {
    if (!succeeded() && execution.status() != Execution.Status.RUNNING) {
      execution.redrive();
      execution.whenClosed(this::closed);
    }
  }

  @Override
  public boolean succeeded() {
    return execution.status() == Execution.Status.SUCCEEDED;
  }

  @Override
  public @Nullable Object output() {
    return execution.output();
  }
}
