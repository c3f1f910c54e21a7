package io.eventwright.runtime.commit;

import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.inbox.InboxRow.Outcome;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.time.Deadline;

/**
 * Stands before the undo of a saga's step. A step whose answer was lost or late may or may not have
 * happened: its inbox row tells. If there is none, one is written that says it was undone, so that
 * the step, should it still come, is refused.
 *
 * @param store where decisions are
 */
public record UndoGate(CommitStore store) {
  private static final String CODE = "undone";
  private static final String REASON = "the saga was undone before this step came";

  /** What is known of a step that cannot come any more. */
  public enum Known {
    /** It has changed something here. */
    TOOK_EFFECT,
    /** Its worker refused, and so has left nothing behind. */
    REFUSED,
    /** Nothing was changed here; what it did outside, if it calls outside, is not known. */
    NOTHING_HERE
  }

  /**
   * Closes the step, and says what it has done.
   *
   * @param stepKey the inbox key of the step that is to be undone
   * @param payloadHash of the event that the saga began with
   */
  public Known close(String stepKey, String payloadHash, Deadline deadline)
      throws Rejection, TryAgain {
    InboxRow row = settle(stepKey, payloadHash, deadline).decision();
    if (row.outcome() == Outcome.APPLIED) {
      return Known.TOOK_EFFECT;
    }
    boolean closed = CODE.equals(row.code()) && REASON.equals(row.reason());
    return row.outcome() == Outcome.REFUSED && !closed ? Known.REFUSED : Known.NOTHING_HERE;
  }

  /**
   * Closes the step unless it is decided, and gives its decision, its own or another's: from then
   * on every run of the saga is told the same of it.
   *
   * @param stepKey the inbox key of the step
   * @param payloadHash of what the step is given
   */
  public Handled settle(String stepKey, String payloadHash, Deadline deadline)
      throws Rejection, TryAgain {
    return run(stepKey, payloadHash, Proposal.refused(CODE, REASON, null, 0), deadline);
  }

  /**
   * Records that there was nothing to undo, unless the undo is decided already.
   *
   * @param undoKey the inbox key of the undo
   */
  public Handled nothingToUndo(String undoKey, String payloadHash, Deadline deadline)
      throws Rejection, TryAgain {
    return run(undoKey, payloadHash, Proposal.unchanged(null, 0), deadline);
  }

  private Handled run(String key, String payloadHash, Proposal proposal, Deadline deadline)
      throws Rejection, TryAgain {
    try {
      return store.loop().run(key, payloadHash, () -> proposal, deadline);
    } catch (DependencyUnavailable e) {
      throw new IllegalStateException("closing a step calls no dependency", e);
    }
  }
}
