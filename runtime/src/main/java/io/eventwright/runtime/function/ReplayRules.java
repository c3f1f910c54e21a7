package io.eventwright.runtime.function;

import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.inbox.Inbox;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.worker.Ordering;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Clock;
import java.time.Duration;

/**
 * Which events of a replay a worker may decide on. What it has handled is a double, as ever. What
 * it has not is decided on as if it were new, except by a worker that calls others, since a replay
 * must not reach outside, and except when it is too old to tell: the inbox may have forgotten it,
 * and then only a sequence kept for each subject says that it is stale.
 *
 * @param inbox what is remembered
 * @param horizon for how long
 * @param clock the time
 */
record ReplayRules(Inbox inbox, Duration horizon, Clock clock) {
  /** Producers' clocks differ from ours by less. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  /**
   * Asks whether an event may be decided on.
   *
   * @param inboxKey of the worker and the event
   * @throws Rejection when it may not
   */
  void check(WorkerDefinition<?, ?> worker, String inboxKey, RawEvent event) throws Rejection {
    if (event.replay() == null) {
      return;
    }
    boolean tooOld = worker.ordering() == Ordering.COMMUTATIVE && isTooOld(event);
    if ((!tooOld && !worker.callsOutside()) || inbox.find(inboxKey).isPresent()) {
      return;
    }
    if (worker.callsOutside()) {
      throw new Rejection(
          Reason.REPLAY_CALLS_OUTSIDE,
          "the replay %s brings an event that %s has not handled, and handling it calls others"
              .formatted(event.replay(), worker.name()));
    }
    throw new Rejection(
        Reason.REPLAY_TOO_OLD,
        ("the replay %s brings an event of %s, and %s remembers %d days: nobody knows whether it is"
                + " a double")
            .formatted(event.replay(), event.envelope().time(), worker.name(), horizon.toDays()));
  }

  private boolean isTooOld(RawEvent event) {
    return event.envelope().time().plus(horizon).minus(CLOCKS).isBefore(clock.instant());
  }
}
