package io.eventwright.local.lambda;

import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.gateway.AwsFault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Pauses and resumes a mapping as Lambda does: not at once, and taking no other order on the way
 * (AWS Lambda API, {@code UpdateEventSourceMapping} and {@code EventSourceMappingConfiguration}).
 */
public final class MappingSwitch {

  /** The service says up to a minute. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(20);

  private final EventSourceMapping mapping;
  private final Workers workers;
  private final Pace pace;
  private @Nullable Boolean next;
  private Instant changed = Instant.now();
  private int orders;

  /** For that mapping. */
  public MappingSwitch(EventSourceMapping mapping, Workers workers, Pace pace) {
    this.mapping = mapping;
    this.workers = workers;
    this.pace = pace;
  }

  /** What is switched. */
  public EventSourceMapping mapping() {
    return mapping;
  }

  /** Enabled, Disabled, or on the way to one of them. */
  public synchronized String state() {
    if (next != null) {
      return next ? "Enabling" : "Disabling";
    }
    return mapping.enabled() ? "Enabled" : "Disabled";
  }

  /** When it was last told something. */
  public synchronized Instant changed() {
    return changed;
  }

  /** Whether it is on the way. */
  public synchronized boolean turning() {
    return next != null;
  }

  /** Tells it; it is refused while it is on the way. */
  public synchronized void turn(boolean on) {
    if (next != null) {
      throw new AwsFault(
          400,
          "ResourceInUseException",
          "Cannot update the event source mapping because it is in use.");
    }
    if (mapping.enabled() != on) {
      next = on;
      changed = Instant.now();
      int order = ++orders;
      workers.after(pace.of(ON_THE_WAY), () -> arrive(order));
    }
  }

  private void arrive(int order) {
    boolean on;
    synchronized (this) {
      if (order != orders || next == null) {
        return;
      }
      on = next;
    }
    // Not under the lock: what is being received is waited for.
    mapping.enable(on);
    synchronized (this) {
      if (order == orders) {
        next = null;
      }
    }
  }

  /** As the template declares it, at once. */
  public void reset() {
    synchronized (this) {
      orders++;
      next = null;
    }
    mapping.enable(mapping.settings().enabled());
  }
}
