package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A long-running transaction of steps, each with an undo.
 *
 * @param on the event that starts it, once per event
 * @param done published when every step took effect
 * @param undone published when what took effect was compensated
 * @param className fully qualified name of the user's class that makes those two events
 */
public record SagaModel(
    String name,
    Subscription on,
    List<Step> steps,
    EventRef done,
    EventRef undone,
    String className,
    SourceLocation location) {
  public SagaModel {
    steps = List.copyOf(steps);
  }

  /**
   * @param worker the worker that does it; names the state too
   * @param undo the worker that compensates it; null for none
   */
  public record Step(String worker, @Nullable String undo, Retry retry, SourceLocation location) {}

  /**
   * @param times attempts after the first
   * @param interval before the second attempt
   * @param backoff factor between intervals
   */
  public record Retry(int times, Duration interval, double backoff) {}
}
