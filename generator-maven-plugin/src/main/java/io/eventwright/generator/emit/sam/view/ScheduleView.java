package io.eventwright.generator.emit.sam.view;

/**
 * A schedule with its one target, and the role that lets it reach it.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param title one line above it
 * @param description of the schedule
 * @param expression when it is due
 * @param zone where that time is meant
 * @param targetArn the target, in the template's language
 * @param action that the target takes
 * @param input what the target gets, JSON
 * @param deadLettersId logical id of the queue for what cannot be delivered
 */
public record ScheduleView(
    StackView stack,
    String id,
    String title,
    String description,
    String expression,
    String zone,
    String targetArn,
    String action,
    String input,
    String deadLettersId) {}
