package io.eventwright.local.delivery;

import java.io.IOException;

/** Takes messages for the ARNs of one service. */
@FunctionalInterface
public interface Destination {

  /**
   * Hands one message over.
   *
   * @throws Refused if trying again cannot help
   * @throws IOException if trying again may help
   */
  void send(String arn, Message message) throws IOException, InterruptedException;

  /** The destination will never take it. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** With the code that a dead letter will carry. */
    public Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    /** Such as {@code NO_RESOURCE}. */
    public String code() {
      return code;
    }
  }
}
