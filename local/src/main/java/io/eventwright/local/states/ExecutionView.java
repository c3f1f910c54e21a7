package io.eventwright.local.states;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.run.Execution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution as it stood at one moment.
 *
 * @param arn its ARN
 * @param machineArn its state machine's ARN
 * @param name its name
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT} or {@code
 *     ABORTED}
 * @param input its input, as JSON
 * @param output its output, as JSON, once it succeeded
 * @param error the error it ended with
 * @param cause what the error was about
 * @param started when it started
 * @param stopped when it ended
 * @param redrives how often it was redriven
 * @param redriven when it was last redriven
 */
public record ExecutionView(
    String arn,
    String machineArn,
    String name,
    String status,
    String input,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause,
    Instant started,
    @Nullable Instant stopped,
    int redrives,
    @Nullable Instant redriven) {

  static ExecutionView of(Execution execution) {
    Execution.Status status = execution.status();
    return new ExecutionView(
        execution.identity().arn(),
        execution.identity().machineArn(),
        execution.identity().name(),
        status.name(),
        Json.write(execution.identity().input()),
        status == Execution.Status.SUCCEEDED ? Json.write(execution.output()) : null,
        execution.error(),
        execution.cause(),
        execution.started(),
        execution.stopped(),
        execution.redrives(),
        execution.redriven());
  }

  /** Whether a redrive would go on with it, as the service says it. */
  public boolean redrivable() {
    return status.equals("FAILED") || status.equals("TIMED_OUT") || status.equals("ABORTED");
  }
}
