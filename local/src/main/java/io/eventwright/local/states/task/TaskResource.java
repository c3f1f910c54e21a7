package io.eventwright.local.states.task;

/**
 * What a Task's {@code Resource} names.
 *
 * @param arn as it is written
 * @param kind a function, an activity, or an integration of a service
 * @param service e.g. {@code lambda}, {@code states}, {@code aws-sdk:dynamodb}; for a function or
 *     an activity its ARN
 * @param action e.g. {@code putItem}, without the pattern; empty for a function or an activity
 * @param pattern how the service is waited for
 */
public record TaskResource(String arn, Kind kind, String service, String action, Pattern pattern) {

  /** What kind of thing does the work. */
  public enum Kind {
    /** {@code arn:aws:lambda:…:function:…}. */
    FUNCTION,
    /** {@code arn:aws:states:…:activity:…}. */
    ACTIVITY,
    /** {@code arn:aws:states:::service:action}. */
    INTEGRATION
  }

  /** How long the task lasts. */
  public enum Pattern {
    /** Until the service has answered. */
    REQUEST_RESPONSE(""),
    /** Until the job that was started has ended, {@code .sync}. */
    SYNC(".sync"),
    /** The same, with output as JSON, {@code .sync:2}. */
    SYNC_2(".sync:2"),
    /** Until somebody returns the task's token, {@code .waitForTaskToken}. */
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

    private final String suffix;

    Pattern(String suffix) {
      this.suffix = suffix;
    }

    /** How the pattern is written at the end of a resource. */
    public String suffix() {
      return suffix;
    }
  }

  /**
   * Reads a resource.
   *
   * @throws IllegalArgumentException when it names nothing a task can call
   */
  public static TaskResource read(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      throw new IllegalArgumentException("Resource is not an ARN: " + arn);
    }
    if (parts[2].equals("lambda")) {
      return new TaskResource(arn, Kind.FUNCTION, arn, "", Pattern.REQUEST_RESPONSE);
    }
    if (parts[2].equals("states") && parts[5].startsWith("activity:")) {
      return new TaskResource(arn, Kind.ACTIVITY, arn, "", Pattern.WAIT_FOR_TASK_TOKEN);
    }
    Pattern pattern = Pattern.REQUEST_RESPONSE;
    String integration = parts[5];
    for (Pattern candidate : Pattern.values()) {
      if (integration.endsWith(candidate.suffix()) && !candidate.suffix().isEmpty()) {
        pattern = candidate;
      }
    }
    integration = integration.substring(0, integration.length() - pattern.suffix().length());
    int colon = integration.lastIndexOf(':');
    if (!parts[2].equals("states") || colon < 0) {
      throw new IllegalArgumentException("Resource is no integration of a service: " + arn);
    }
    return new TaskResource(
        arn,
        Kind.INTEGRATION,
        integration.substring(0, colon),
        integration.substring(colon + 1),
        pattern);
  }
}
