package io.eventwright.runtime.commit;

import io.eventwright.runtime.inbox.InboxRow.Outcome;
import io.eventwright.runtime.log.VersionRow;
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
 */
public record Proposal(
    Outcome outcome,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String partition,
    long version,
    @Nullable VersionRow next) {

  static Proposal applied(VersionRow next) {
    return new Proposal(Outcome.APPLIED, null, null, next.partition(), next.version(), next);
  }

  static Proposal unchanged(@Nullable String partition, long version) {
    return new Proposal(Outcome.UNCHANGED, null, null, partition, version, null);
  }

  static Proposal refused(String code, String reason, @Nullable String partition, long version) {
    return new Proposal(Outcome.REFUSED, code, reason, partition, version, null);
  }
}
