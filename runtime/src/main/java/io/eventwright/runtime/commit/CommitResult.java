package io.eventwright.runtime.commit;

import io.eventwright.runtime.inbox.InboxRow;

/** What one transaction came to. */
sealed interface CommitResult {

  /** Both rows are written. */
  record Committed() implements CommitResult {}

  /** Nothing is written: the event is decided already. */
  record AlreadyDecided(InboxRow decision) implements CommitResult {}

  /** Nothing is written: another writer changed the entity, or is about to. */
  record Conflict(String what) implements CommitResult {}

  /** The store could not, or its answer was lost: whether something is written is not known. */
  record Unknown(RuntimeException why) implements CommitResult {}
}
