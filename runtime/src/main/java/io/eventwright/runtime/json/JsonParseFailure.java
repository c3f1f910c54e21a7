package io.eventwright.runtime.json;

import java.io.IOException;

/** What was to be read is not JSON, or goes beyond a limit. */
public final class JsonParseFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final long offset;

  JsonParseFailure(String reason, long offset) {
    super(reason + " at offset " + offset);
    this.reason = reason;
    this.offset = offset;
  }

  /** What is wrong, as a short sentence without full stop. */
  public String reason() {
    return reason;
  }

  /** Where: bytes from the start, or UTF-16 units when the document came as a string. */
  public long offset() {
    return offset;
  }
}
