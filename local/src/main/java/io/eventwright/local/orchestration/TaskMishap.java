package io.eventwright.local.orchestration;

/** What can go wrong with a task when a test asks for it. */
public enum TaskMishap {
  /** An error, and nothing has happened. */
  FAILS_BEFORE,
  /** An error, and it has happened. */
  FAILS_AFTER,
  /** No answer in time, and nothing has happened. */
  TIMES_OUT_BEFORE,
  /** No answer in time, and it has happened. */
  TIMES_OUT_AFTER,
  /** It has happened, and the answer is a text that says nothing. */
  ANSWERS_GARBAGE;

  /** Whether the task is done all the same. */
  boolean happens() {
    return this != FAILS_BEFORE && this != TIMES_OUT_BEFORE;
  }
}
