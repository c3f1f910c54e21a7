package io.eventwright.runtime.codec;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** The document is JSON, but not what is to be read. */
public final class UnexpectedShape extends IOException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  private UnexpectedShape(String pointer, String message) {
    super((pointer.isEmpty() ? "(root)" : pointer) + ": " + message);
    this.pointer = pointer;
  }

  /**
   * At the parser's place.
   *
   * @param message what is wrong; never a value, which may be sensitive
   */
  static UnexpectedShape at(JsonParser parser, String message) {
    return new UnexpectedShape(parser.getParsingContext().pathAsPointer().toString(), message);
  }

  /** JSON Pointer to where it is. */
  public String pointer() {
    return pointer;
  }
}
