package io.eventwright.generator.emit.sam.view;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import java.util.List;

/**
 * The bus, its archive and the quarantine.
 *
 * @param stack the system
 * @param archiveDays for how long the archive keeps what the bus took
 * @param senders of what the bus itself gives up; asked for with a customer's key only
 */
public record BusView(StackView stack, int archiveDays, List<SenderView> senders) {

  /** Keeps the list immutable. */
  public BusView {
    senders = List.copyOf(senders);
  }
}
