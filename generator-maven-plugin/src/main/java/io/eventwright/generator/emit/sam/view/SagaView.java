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
 * @param eventPattern what its rule matches
 * @param senders who may send to its dead letters
 * @param functions logical ids of the functions that it calls, each once
 * @param claims a pattern of the keys under which it claims its events; not in the template, where
 *     number sign and star begin a comment, even within quotes
 */
public record SagaView(
    StackView stack,
    String id,
    String name,
    String steps,
    Map<String, Object> eventPattern,
    List<DeadLettersView.SenderView> senders,
    List<String> functions,
    String claims) {}
