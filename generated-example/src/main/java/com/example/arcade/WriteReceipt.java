package com.example.arcade;

import com.example.arcade.entity.Receipt;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.worker.WriteReceiptWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.math.BigDecimal;

/** One line that says what was bought, for how much. */
public final class WriteReceipt implements WriteReceiptWorker {

  @Override
  public Decision<Receipt> decide(Event<PurchaseCompletedV1> event, EntityState<Receipt> receipt) {
    PurchaseCompletedV1 purchase = event.data();
    String text =
        "%d x %s: %s %s"
            .formatted(
                purchase.quantity(),
                purchase.itemId().value(),
                BigDecimal.valueOf(purchase.price().amount(), 2),
                purchase.price().currency());
    return Decision.next(Receipt.builder().playerId(purchase.playerId()).text(text).build());
  }
}
