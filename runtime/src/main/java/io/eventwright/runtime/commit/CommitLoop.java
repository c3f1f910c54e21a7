package io.eventwright.runtime.commit;

import io.eventwright.runtime.commit.CommitResult.AlreadyDecided;
import io.eventwright.runtime.commit.CommitResult.Committed;
import io.eventwright.runtime.commit.CommitResult.Conflict;
import io.eventwright.runtime.commit.CommitResult.Unknown;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.intake.Needs;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Decides and commits until it holds, somebody else has decided, or the time is up. After each
 * conflict the entity is read and decided on anew: a blind second try would commit a decision on a
 * state that is gone.
 *
 * @param transactions writes
 * @param remembered how long a decision is kept at least
 * @param clock for the rows' times
 * @param tokens a new one for each decision
 */
record CommitLoop(
    Transactions transactions, Duration remembered, Clock clock, Supplier<String> tokens) {
  /** The SDK has tried before us; more than this is the next delivery's work. */
  private static final int STORE_TRIES = 3;

  Handled run(String inboxKey, String payloadHash, Proposer proposer, Deadline deadline)
      throws Rejection, DependencyUnavailable, TryAgain {
    Set<String> own = new HashSet<>();
    int storeFailures = 0;
    for (int tries = 0; ; tries++) {
      CommitResult result;
      InboxRow decision = null;
      try {
        Proposal proposal = proposer.propose();
        decision = row(inboxKey, payloadHash, proposal);
        own.add(decision.token());
        result = transactions.commit(decision, proposal.next(), proposal.move());
      } catch (SdkException e) {
        result = new Unknown(e);
      }
      if (result instanceof Committed && decision != null) {
        return new Handled(decision, false, tries);
      }
      if (result instanceof AlreadyDecided decided) {
        return known(decided.decision(), payloadHash, own, tries);
      }
      if (result instanceof Unknown unknown && ++storeFailures >= STORE_TRIES) {
        throw new TryAgain("the store does not answer", unknown.why());
      }
      if (!Backoff.CONFLICT.pause(tries, deadline)) {
        throw new TryAgain("no time left after " + describe(result), null);
      }
    }
  }

  /** A decision that is found: our own whose answer was lost, or another delivery's. */
  static Handled known(InboxRow found, String payloadHash, Set<String> own, int tries)
      throws Rejection {
    if (own.contains(found.token())) {
      return new Handled(found, false, tries);
    }
    if (!Needs.samePayload(found.payloadHash(), payloadHash)) {
      throw new Rejection(
          Reason.PAYLOAD_CHANGED,
          "an event of the same id was handled at " + found.at() + " and had another payload");
    }
    return new Handled(found, true, tries);
  }

  private InboxRow row(String key, String payloadHash, Proposal proposal) {
    Instant now = Timestamps.now(clock);
    return new InboxRow(
        key,
        payloadHash,
        proposal.outcome(),
        proposal.code(),
        proposal.reason(),
        proposal.partition(),
        proposal.version(),
        tokens.get(),
        now,
        now.plus(remembered));
  }

  private static String describe(CommitResult result) {
    return result instanceof Conflict conflict ? conflict.what() : "a busy store";
  }
}
