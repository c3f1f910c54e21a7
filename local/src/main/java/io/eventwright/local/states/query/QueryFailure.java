package io.eventwright.local.states.query;

import org.jspecify.annotations.Nullable;

/**
 * A path, template or expression that gave nothing usable. The message is the service's, without
 * the sentence that names the state.
 */
public final class QueryFailure extends RuntimeException {
  /** The error's name for everything that is wrong with a JSONPath field. */
  public static final String RUNTIME = "States.Runtime";

  /** The error's name for everything that is wrong with a JSONata field. */
  public static final String EVALUATION = "States.QueryEvaluationError";

  private static final long serialVersionUID = 1L;

  private final String error;
  private final @Nullable String location;

  private QueryFailure(String error, String message, @Nullable String location) {
    super(message, null, false, false);
    this.error = error;
    this.location = location;
  }

  /** A failure that ends the execution and that no state can catch. */
  public static QueryFailure runtime(String message) {
    return new QueryFailure(RUNTIME, message, null);
  }

  /** A failure of a JSONata field that a state may catch. */
  public static QueryFailure evaluation(String message, @Nullable String location) {
    return new QueryFailure(EVALUATION, message, location);
  }

  /** A failure with an error name of its own, e.g. {@code States.ResultPathMatchFailure}. */
  public static QueryFailure named(String error, String message) {
    return new QueryFailure(error, message, null);
  }

  /** The error's name, as Retry and Catch see it. */
  public String error() {
    return error;
  }

  /** The field it happened in, e.g. {@code Arguments/FunctionName}. */
  public @Nullable String location() {
    return location;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
