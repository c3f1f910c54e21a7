package io.eventwright.local.gateway;

/** Ends the connection without an answer. */
public final class ConnectionCut extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Nothing to say: that is the point. */
  public ConnectionCut() {
    super("cut");
  }
}
