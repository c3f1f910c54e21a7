package io.eventwright.runtime.function;

/** Which failures are one record's, and which are the instance's. */
final class Failures {
  private Failures() {}

  /**
   * Throws on what must end the instance: a JVM without memory or with an internal error cannot be
   * trusted with the next record. A stack that overflowed is whole again once it has unwound.
   */
  static void throwIfFatal(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(failure instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
