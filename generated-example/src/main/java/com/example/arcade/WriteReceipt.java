package com.example.arcade;

import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.event.ReceiptWrittenV1;
import com.example.arcade.worker.WriteReceiptWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.math.BigDecimal;

/** One line that says what was bought, for how much. */
public final class WriteReceipt implements WriteReceiptWorker {

  @Override
  public Decision<Void> decide(Event<PurchaseCompletedV1> event) {
    PurchaseCompletedV1 purchase = event.data();
    String text =
        purchase.quantity()
            + " x "
            + purchase.itemId().value()
            + ": "
            + BigDecimal.valueOf(purchase.price().amount(), 2)
            + " "
            + purchase.price().currency();
    return Decision.publish(
        emit(
            ReceiptWrittenV1.builder()
                .purchaseId(purchase.purchaseId())
                .playerId(purchase.playerId())
                .text(text)
                .build()));
  }
}
