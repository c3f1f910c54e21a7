package io.eventwright.runtime.condition;

/**
 * Whether something holds that must; what a worker's {@code requires} and {@code ensures} return.
 */
public sealed interface Condition {

  /** It holds. */
  record Holds() implements Condition {}

  /**
   * It does not.
   *
   * @param code a stable word for machines, such as {@code wallet-closed}
   * @param reason a sentence for people, without sensitive fields
   */
  record Broken(String code, String reason) implements Condition {}

  /** It holds. */
  static Condition holds() {
    return new Holds();
  }

  /** It does not. */
  static Condition broken(String code, String reason) {
    return new Broken(code, reason);
  }

  /** Holds when that is true. */
  static Condition that(boolean isTrue, String code, String reason) {
    return isTrue ? holds() : broken(code, reason);
  }
}
