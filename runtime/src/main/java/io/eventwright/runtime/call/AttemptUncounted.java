package io.eventwright.runtime.call;

import software.amazon.awssdk.core.exception.SdkException;

/** Nobody can count the attempt now, so that none is made; the message comes again. */
public final class AttemptUncounted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttemptUncounted(SdkException cause) {
    super("its attempts cannot be counted now", cause);
  }
}
