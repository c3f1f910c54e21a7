package io.eventwright.generator.model;

import java.time.Duration;
import java.util.List;

/**
 * How some failures are tried again.
 *
 * @param times attempts after the first
 * @param interval before the second attempt
 * @param backoff factor between intervals
 * @param cap no interval is longer
 * @param jitter whether an interval is drawn between nothing and its full length
 * @param errors what it is for: {@code unavailable}, {@code timeout}, or names of exceptions; empty
 *     for all that no other names
 */
public record SagaRetry(
    int times,
    Duration interval,
    double backoff,
    Duration cap,
    boolean jitter,
    List<String> errors) {

  /** Of a step that says nothing. */
  public static final SagaRetry DEFAULT =
      new SagaRetry(2, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), true, List.of());

  /**
   * Of what must end: what was taken must be given back, and what cannot be taken back must be
   * finished. About a quarter of an hour of attempts, before a person looks.
   */
  public static final SagaRetry PERSISTENT =
      new SagaRetry(10, Duration.ofSeconds(2), 2, Duration.ofMinutes(5), true, List.of());

  /** Of the errors of the service that runs a function, beside what is said of others. */
  public static final SagaRetry SERVICE_ERRORS =
      new SagaRetry(6, Duration.ofSeconds(2), 2, Duration.ofMinutes(1), true, List.of());

  /** Of services that are called without a function. */
  public static final SagaRetry OWN_STORE =
      new SagaRetry(8, Duration.ofSeconds(1), 2, Duration.ofMinutes(1), true, List.of());

  public SagaRetry {
    errors = List.copyOf(errors);
  }
}
