package io.eventwright.generator.write;

import java.io.IOException;

/** A file cannot be written without touching something that is not ours; nothing was written. */
public final class WriteRefused extends IOException {
  private static final long serialVersionUID = 1L;

  WriteRefused(String message) {
    super(message);
  }
}
