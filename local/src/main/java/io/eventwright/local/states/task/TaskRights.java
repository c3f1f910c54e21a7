package io.eventwright.local.states.task;

import org.jspecify.annotations.Nullable;

/** What a task may do by the role of its state machine. */
@FunctionalInterface
public interface TaskRights {

  /** No role is looked at. */
  TaskRights ALL = (executionArn, action, resource) -> null;

  /**
   * Asks before it is done.
   *
   * @param executionArn whose task it is
   * @param action such as {@code states:StartExecution}
   * @param resource the ARN it is done to; {@code *} where the action knows no resource
   * @return who is refused what, in IAM's words; null if it is allowed
   */
  @Nullable String refusal(String executionArn, String action, String resource);
}
