package io.eventwright.runtime.event;

/** What was received is no CloudEvents 1.0 event in structured JSON. */
public final class MalformedEvent extends Exception {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  MalformedEvent(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  /** JSON Pointer to the attribute, from the event's root. */
  public String pointer() {
    return pointer;
  }
}
