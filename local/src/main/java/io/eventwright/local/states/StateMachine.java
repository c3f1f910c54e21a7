package io.eventwright.local.states;

import io.eventwright.local.states.definition.StateMachineDefinition;
import java.time.Instant;

/**
 * A state machine.
 *
 * @param arn its ARN
 * @param name its name
 * @param definition what it does
 * @param roleArn the role its executions run under
 * @param express whether it is EXPRESS: its executions need no unique names
 * @param created when it was made
 */
public record StateMachine(
    String arn,
    String name,
    StateMachineDefinition definition,
    String roleArn,
    boolean express,
    Instant created) {}
