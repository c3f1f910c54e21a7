package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * A step of a saga that runs in a container.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param saga its name
 * @param step its name
 * @param main fully qualified name of the class that the container runs
 * @param architecture as ECS says it
 * @param cpu in units, 1024 for one processor
 * @param memory in MiB
 * @param statements what its role allows
 * @param variables its environment, beside what a run of it is told
 */
public record TaskView(
    StackView stack,
    String id,
    String saga,
    String step,
    String main,
    String architecture,
    int cpu,
    int memory,
    List<StatementView> statements,
    List<VariableView> variables) {}
