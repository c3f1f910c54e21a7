package io.eventwright.generator.emit.sam.view;

/**
 * A topic of one event type.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param event the type's name
 */
public record TopicView(StackView stack, String id, String event) {}
