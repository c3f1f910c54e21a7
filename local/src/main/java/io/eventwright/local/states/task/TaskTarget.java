package io.eventwright.local.states.task;

import java.util.concurrent.CompletionStage;

/** Whatever stands behind the tasks: functions, tables, queues, buses. */
@FunctionalInterface
public interface TaskTarget {
  /**
   * Starts an attempt.
   *
   * <p>For {@code .sync} the outcome is that of the whole job; for {@code .waitForTaskToken} it is
   * that of the request only, the task goes on until its token comes back.
   *
   * <p>When nobody waits for the outcome any more, because the execution was stopped or the task
   * timed out, what is returned is cancelled; a target that can stop the work then does.
   *
   * @return how it ended; an exception in it, or thrown, is a failed task named {@code
   *     States.TaskFailed}
   */
  CompletionStage<TaskOutcome> call(TaskCall call);

  /**
   * Whether the call never blocks and its outcome comes by the executions' own timeline, so that a
   * virtual clock may jump while it works. Otherwise the call is made on a thread of its own and a
   * virtual clock stands still until it is done.
   */
  default boolean livesOnTimeline(TaskCall call) {
    return false;
  }
}
