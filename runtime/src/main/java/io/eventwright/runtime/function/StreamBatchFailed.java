package io.eventwright.runtime.function;

/**
 * Ends an invocation whose first record failed although others came with it. Reported by its
 * number, Lambda would give it the whole batch as company until the last retry, and then abandon
 * all of them; for an error it halves the batch, which costs no retry, until the record is alone.
 */
public final class StreamBatchFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamBatchFailed(String eventId, int others, Throwable cause) {
    super("record " + eventId + " failed, and " + others + " more wait behind it", cause);
  }
}
