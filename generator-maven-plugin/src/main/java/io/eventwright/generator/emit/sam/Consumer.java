package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.Subscription;
import java.util.List;
import java.util.Map;

/**
 * A part that is fed, whatever feeds it.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param name as in {@code system.yaml}
 * @param title one line above its resources
 * @param subscriptions what it listens to
 * @param bus where that is published, in the template's language
 * @param pattern the same as a rule's pattern
 * @param feed through which channel
 * @param timeoutSeconds of one invocation
 * @param callsOutside whether it uses dependencies, so that waiting costs receives
 */
record Consumer(
    StackView stack,
    String id,
    String name,
    String title,
    List<Subscription> subscriptions,
    String bus,
    Map<String, Object> pattern,
    Feed feed,
    long timeoutSeconds,
    boolean callsOutside) {

  Consumer {
    subscriptions = List.copyOf(subscriptions);
  }

  /** The queue that holds what this part could not handle. */
  String deadLettersId() {
    return id + "DeadLetterQueue";
  }
}
