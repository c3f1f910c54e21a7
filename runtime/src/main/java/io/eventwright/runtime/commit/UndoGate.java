package io.eventwright.runtime.commit;

import io.eventwright.runtime.guard.DependencyUnavailable;
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

  /**
   * Closes the step, and says whether it has happened.
   *
   * @param stepKey the inbox key of the step that is to be undone
   * @param payloadHash of the event that the saga began with
   */
  public boolean happened(String stepKey, String payloadHash, Deadline deadline)
      throws Rejection, TryAgain {
    return run(stepKey, payloadHash, Proposal.refused(CODE, REASON, null, 0), deadline)
            .decision()
            .outcome()
        == Outcome.APPLIED;
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
