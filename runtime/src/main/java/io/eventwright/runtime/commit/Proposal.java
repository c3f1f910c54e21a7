package io.eventwright.runtime.commit;

import io.eventwright.runtime.inbox.InboxRow.Outcome;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.order.CursorMove;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is not yet committed.
 *
 * @param outcome what it is
 * @param code of a refusal; null else
 * @param reason of a refusal; null else
 * @param partition the entity that it was decided on; null for none
 * @param version of the entity after it
 * @param next the entity's next version; null when it gets none
 * @param move the step in the subject's order that goes with it; null when order does not matter
 */
public record Proposal(
    Outcome outcome,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String partition,
    long version,
    @Nullable VersionRow next,
    @Nullable CursorMove move) {

  static Proposal applied(VersionRow next) {
    return new Proposal(Outcome.APPLIED, null, null, next.partition(), next.version(), next, null);
  }

  static Proposal unchanged(@Nullable String partition, long version) {
    return new Proposal(Outcome.UNCHANGED, null, null, partition, version, null, null);
  }

  static Proposal refused(String code, String reason, @Nullable String partition, long version) {
    return new Proposal(Outcome.REFUSED, code, reason, partition, version, null, null);
  }

  /** An event that came after a newer one of its subject had been decided on. */
  static Proposal stale(String why) {
    return new Proposal(Outcome.STALE, null, why, null, 0, null, null);
  }

  /** The same, together with a step in the subject's order. */
  Proposal with(@Nullable CursorMove step) {
    return new Proposal(outcome, code, reason, partition, version, next, step);
  }
}
