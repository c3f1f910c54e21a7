package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * The dead-letter queue of one part, and who may send to its queues.
 *
 * @param stack the system
 * @param id what its logical ids begin with
 * @param what is in it, as the alarm says
 * @param queueIds logical ids of the queues that the policy is for
 * @param senders who may send to them; nobody else may
 */
public record DeadLettersView(
    StackView stack, String id, String what, List<String> queueIds, List<SenderView> senders) {

  /** Keeps the lists immutable. */
  public DeadLettersView {
    queueIds = List.copyOf(queueIds);
    senders = List.copyOf(senders);
  }

  /**
   * A service that sends on behalf of one resource.
   *
   * @param sid says what for
   * @param service its principal
   * @param source the resource's ARN, in the template's language
   * @param queueIds logical ids of the queues that it sends to, and may
   */
  public record SenderView(String sid, String service, String source, List<String> queueIds) {

    /** Keeps the list immutable. */
    public SenderView {
      queueIds = List.copyOf(queueIds);
    }
  }
}
