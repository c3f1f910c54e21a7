package io.eventwright.generator.emit.sam.view;

import java.util.List;
import java.util.Map;

/**
 * A saga's state machine and what starts it.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param steps its steps, in words
 * @param express whether it may run more than once, and briefly
 * @param eventPattern what its rule matches
 * @param senders who may send to its dead letters
 * @param statements what its state machine may do, beside writing logs and traces
 * @param taskIds what the logical ids of its containers' tasks begin with
 * @param taskFamilies the same tasks, as ECS names them behind the stack's name
 * @param substitutions what the definition's names stand for
 */
public record SagaView(
    StackView stack,
    String id,
    String name,
    String steps,
    boolean express,
    Map<String, Object> eventPattern,
    List<DeadLettersView.SenderView> senders,
    List<StatementView> statements,
    List<String> taskIds,
    List<String> taskFamilies,
    List<VariableView> substitutions) {}
