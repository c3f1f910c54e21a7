package com.example.arcade;

import static com.example.arcade.Examples.PURCHASE;
import static com.example.arcade.Examples.event;
import static com.example.arcade.Examples.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.event.PurchaseCancelledV1;
import com.example.arcade.projection.PurchaseRow;
import io.eventwright.runtime.saga.SagaFailure;
import org.junit.jupiter.api.Test;

class PurchaseTest {
  @Test
  void aCompletedPurchaseIsWhatWasAskedFor() {
    PurchaseRow row =
        new PurchaseHistoryRows()
            .purchaseCompleted(event(new Purchase().completed(event(purchase(1, 1995)))));

    assertEquals(PURCHASE, row.purchaseId());
    assertEquals(PurchaseRow.Status.COMPLETED, row.status());
    assertEquals(1995, row.price().amount());
  }

  @Test
  void aCancelledPurchaseSaysWhy() {
    PurchaseCancelledV1 cancelled =
        cancelled(new SagaFailure("charge-wallet", "insufficient-funds", "Too little."));
    PurchaseRow row = new PurchaseHistoryRows().purchaseCancelled(event(cancelled));

    assertEquals("charge-wallet", cancelled.step());
    assertEquals("insufficient-funds", cancelled.code());
    assertEquals(PurchaseRow.Status.CANCELLED, row.status());
    assertEquals("Too little.", row.reason());
  }

  @Test
  void technicalErrorsFitTheSchemaToo() {
    PurchaseCancelledV1 cancelled =
        cancelled(new SagaFailure("charge-wallet", "a b\n" + "c".repeat(200), "d".repeat(900)));

    assertEquals("a_b_" + "c".repeat(76), cancelled.code());
    assertEquals(500, cancelled.reason().length());
  }

  private static PurchaseCancelledV1 cancelled(SagaFailure failure) {
    return new Purchase().cancelled(event(purchase(1, 1995)), failure);
  }
}
