package io.eventwright.generator.emit.saga.view;

import java.util.List;

/**
 * A saga as a state machine.
 *
 * @param comment what it does
 * @param timeoutSeconds of a whole execution
 * @param saga name of the saga
 * @param claimSeconds how long it is remembered that an event has started an execution
 * @param first name of the state after the claim
 * @param neverRetried names of errors that would come again
 * @param serviceErrors names of Lambda's own passing errors
 * @param steps steps in order, then compensations in reverse
 * @param ends how it is told that the saga is over
 * @param hasUndo whether there is a compensation
 */
public record StateMachineView(
    String comment,
    long timeoutSeconds,
    String saga,
    long claimSeconds,
    String first,
    List<String> neverRetried,
    List<String> serviceErrors,
    List<StepView> steps,
    List<EndView> ends,
    boolean hasUndo) {

  /**
   * A step or a compensation.
   *
   * @param name of the state
   * @param comment why it is there
   * @param function logical id of the worker's function
   * @param step name of the step
   * @param direction {@code do} or {@code undo}
   * @param timeoutSeconds of one attempt
   * @param retry of everything that may pass
   * @param catchers what failures lead to
   * @param next name of the state after it
   */
  public record StepView(
      String name,
      String comment,
      String function,
      String step,
      String direction,
      long timeoutSeconds,
      RetryView retry,
      List<CatcherView> catchers,
      String next) {}

  /**
   * How an error is retried.
   *
   * @param intervalSeconds before the second attempt
   * @param times attempts after the first
   * @param backoff factor between intervals, as text without needless zeros
   * @param maxDelaySeconds no interval is longer
   */
  public record RetryView(long intervalSeconds, int times, String backoff, long maxDelaySeconds) {}

  /**
   * What some errors lead to.
   *
   * @param errors their names
   * @param remembersFailure whether this is why the saga is undone
   * @param next name of the state that follows
   */
  public record CatcherView(List<String> errors, boolean remembersFailure, String next) {}

  /**
   * One of the two ends.
   *
   * @param name of the state that publishes it
   * @param comment why it is there
   * @param function logical id of the function that publishes it
   * @param outcome {@code done} or {@code undone}
   * @param timeoutSeconds of one attempt
   * @param retry of every failure
   * @param next name of the last state
   */
  public record EndView(
      String name,
      String comment,
      String function,
      String outcome,
      long timeoutSeconds,
      RetryView retry,
      String next) {}
}
