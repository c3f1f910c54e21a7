package io.eventwright.local.junit;

import org.jspecify.annotations.Nullable;

/**
 * An execution of a state machine.
 *
 * @param arn its ARN
 * @param name its name
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT} or {@code
 *     ABORTED}
 * @param input JSON
 * @param output JSON; null unless it succeeded
 * @param error null unless it failed
 * @param cause null unless it failed
 */
public record Execution(
    String arn,
    String name,
    String status,
    String input,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause) {}
