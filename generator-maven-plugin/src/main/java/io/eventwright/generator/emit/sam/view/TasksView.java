package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * What all containers' tasks share.
 *
 * @param stack the system
 * @param execution what Fargate may do before a task runs
 */
public record TasksView(StackView stack, List<StatementView> execution) {}
