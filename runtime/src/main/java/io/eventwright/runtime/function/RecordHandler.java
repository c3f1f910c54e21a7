package io.eventwright.runtime.function;

import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.time.Deadline;
import org.jspecify.annotations.Nullable;

/** What a consumer does with one event. */
@FunctionalInterface
interface RecordHandler {

  /**
   * What came of it.
   *
   * @param outcome the word
   * @param reason explains it; null for none
   */
  record Result(Outcome outcome, @Nullable String reason) {}

  Result handle(RawEvent event, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable;
}
