package io.eventwright.local.states.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who an execution is, as its context object tells it.
 *
 * @param arn its ARN
 * @param name its name
 * @param machineArn the state machine's ARN
 * @param machineName the state machine's name
 * @param roleArn the role it runs under
 * @param input its input
 * @param mapItem the item it was started for, when it is a distributed Map's child
 */
public record ExecutionIdentity(
    String arn,
    String name,
    String machineArn,
    String machineName,
    String roleArn,
    @Nullable Object input,
    @Nullable Map<String, @Nullable Object> mapItem) {}
