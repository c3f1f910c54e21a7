package io.eventwright.local.gateway;

/** A service's refusal, in its own words. */
public final class AwsFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /** A refusal with HTTP status, error code and message. */
  public AwsFault(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The service's error code. */
  public String code() {
    return code;
  }

  /** As a response. */
  public AwsResponse response() {
    return AwsResponse.error(status, code, String.valueOf(getMessage()));
  }
}
