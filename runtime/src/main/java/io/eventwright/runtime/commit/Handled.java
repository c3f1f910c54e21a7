package io.eventwright.runtime.commit;

import io.eventwright.runtime.inbox.InboxRow;

/**
 * An event that is decided, now or earlier.
 *
 * @param decision what stands in the inbox
 * @param duplicate whether it was decided by another delivery
 * @param tries how often it was decided anew because another writer was quicker, or the store busy
 */
public record Handled(InboxRow decision, boolean duplicate, int tries) {}
