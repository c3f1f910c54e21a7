package io.eventwright.local.states.task;

import org.jspecify.annotations.Nullable;

/**
 * One attempt of a task, as it is handed out.
 *
 * @param resource what is called
 * @param arguments the task's {@code Parameters} or {@code Arguments}, evaluated; for a function
 *     its payload
 * @param taskToken the token of a task that waits for one or for a job, else null
 * @param executionArn whose task it is
 * @param stateName which state's
 * @param submitted to be told, once and at most once, the service's first answer, when a {@code
 *     .sync} job has been started and goes on
 */
public record TaskCall(
    TaskResource resource,
    @Nullable Object arguments,
    @Nullable String taskToken,
    String executionArn,
    String stateName,
    Submitted submitted) {

  /** Hears that a job has been started. */
  @FunctionalInterface
  public interface Submitted {
    /** The service's answer to the start of the job. */
    void with(@Nullable Object answer);
  }
}
