package io.eventwright.local.states.task;

import org.jspecify.annotations.Nullable;

/** How an attempt of a task ended. */
public sealed interface TaskOutcome {
  /**
   * It worked.
   *
   * @param output the result as plain JSON values
   */
  record Succeeded(@Nullable Object output) implements TaskOutcome {}

  /**
   * It failed.
   *
   * @param error the error's name, e.g. {@code DynamoDB.ConditionalCheckFailedException}
   * @param cause what happened, for a person
   */
  record Failed(@Nullable String error, @Nullable String cause) implements TaskOutcome {}

  /** It timed out; a catcher sees {@code States.Timeout}. */
  record TimedOut() implements TaskOutcome {}
}
