package io.eventwright.local.states;

import io.eventwright.local.states.definition.FlowDefinition;
import io.eventwright.local.states.definition.StateMachineDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A state machine.
 *
 * @param arn its ARN
 * @param name its name
 * @param definition what it does
 * @param roleArn the role its executions run under
 * @param express whether it is EXPRESS: its executions need no unique names and take five minutes
 *     at most
 * @param created when it was made
 */
public record StateMachine(
    String arn,
    String name,
    StateMachineDefinition definition,
    String roleArn,
    boolean express,
    Instant created) {
  private static final Duration LONGEST_EXPRESS = Duration.ofMinutes(5);

  /** The names of all tasks, also of those within branches and maps, in the order written. */
  public List<String> tasks() {
    return tasks(definition.flow()).toList();
  }

  private static Stream<String> tasks(FlowDefinition flow) {
    return flow.states().values().stream()
        .flatMap(
            state ->
                state.type().equals("Task")
                    ? Stream.of(state.name())
                    : state.flows().stream().flatMap(StateMachine::tasks));
  }

  /** How long an execution may take; null for as long as it likes. */
  @Nullable Duration timeout() {
    Duration given = definition.timeout();
    boolean tooLong = given == null || given.compareTo(LONGEST_EXPRESS) > 0;
    return express && tooLong ? LONGEST_EXPRESS : given;
  }
}
