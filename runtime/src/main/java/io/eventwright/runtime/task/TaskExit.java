package io.eventwright.runtime.task;

/** How a container ends. The state machine only knows 0 from others; a person reads the rest. */
public enum TaskExit {
  /** It is done, now or by an earlier attempt. */
  DONE(0),
  /** It failed, and may have had its effect. */
  FAILED(1),
  /** What it was asked to do cannot be read. */
  UNREADABLE(2),
  /** It was undone before it was done. */
  UNDONE(3),
  /** Its time was over: the exit code that {@code timeout} has for that. */
  TIMED_OUT(124);

  private final int code;

  TaskExit(int code) {
    this.code = code;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }
}
