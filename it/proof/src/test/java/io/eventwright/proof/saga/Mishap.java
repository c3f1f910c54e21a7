package io.eventwright.proof.saga;

/** What can go wrong with one call of a function, or of a service. */
enum Mishap {
  /** An error, and nothing has happened. */
  FAILS_BEFORE,
  /** An error, and it has happened. */
  FAILS_AFTER,
  /** No answer, and nothing has happened. */
  TIMES_OUT_BEFORE,
  /** No answer, and it has happened. */
  TIMES_OUT_AFTER,
  /** No answer, and it happens when the caller has just given up. */
  HAPPENS_LATE,
  /** No answer, and it happens two days later, when all is over. */
  HAPPENS_VERY_LATE,
  /** It happens, and the answer comes a second before the caller gives up. */
  SLOW,
  /** It has happened; the answer is a text of control characters. */
  ANSWERS_GARBAGE,
  /** It has happened; the answer is null. */
  ANSWERS_NULL,
  /** It has happened; the answer is larger than what a state machine takes. */
  ANSWERS_TOO_MUCH,
  /** The process is killed before its first call of a table. */
  KILLED_AT_ONCE,
  /** The process is killed with the write on its way that is never done. */
  KILLED_BEFORE_SECOND_CALL,
  /** The process is killed when its second call has had its effect. */
  KILLED_AFTER_SECOND_CALL,
  /** The process is killed before its third call, if there is one. */
  KILLED_BEFORE_THIRD_CALL,
  /** The process is killed when its third call has had its effect, if there is one. */
  KILLED_AFTER_THIRD_CALL,
  /** The service says that there are too many calls. */
  THROTTLED,
  /** The call is delivered twice; the second answer counts. */
  DELIVERED_TWICE
}
