package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.OrderView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Order;
import java.util.List;

/**
 * What workers share that keep an order.
 *
 * @param system the model
 */
record OrderBlocks(EventSystem system) {

  /** Whether there is any. */
  boolean exist() {
    return system.workers().stream().anyMatch(worker -> worker.order() != Order.COMMUTATIVE);
  }

  /** Whether there is any for which events wait. */
  boolean park() {
    return system.workers().stream().anyMatch(worker -> worker.order() == Order.STRICT);
  }

  OrderView view(StackView stack) {
    List<OrderView.StrictView> strict =
        system.workers().stream()
            .filter(worker -> worker.order() == Order.STRICT)
            .map(worker -> new OrderView.StrictView(LogicalIds.of(worker.name()), worker.name()))
            .toList();
    return new OrderView(stack, strict);
  }
}
