package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Loyalties;
import com.example.arcade.entity.Loyalty;
import com.example.arcade.entity.Popularities;
import com.example.arcade.entity.Popularity;
import com.example.arcade.event.PurchaseCompleted;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** H: many subscribers of one event, each with its own queue, retries and dead letters. */
@LocalCloudTest(speed = 1_000)
class H_HubAndPublishTest {
  private static final List<String> SUBSCRIBERS =
      List.of("WriteReceipt", "AwardPoints", "CountSales", "SettlePurchase", "PurchaseHistory");
  private static final int PURCHASES = 12;

  @Test
  void eachSubscriberHasAQueueAndDeadLettersOfItsOwn(LocalCloud cloud) {
    Set<String> queues = new HashSet<>();
    for (String subscriber : SUBSCRIBERS) {
      assertTrue(queues.add(cloud.ref(subscriber + "Queue")), subscriber);
      assertTrue(queues.add(cloud.ref(subscriber + "DeadLetterQueue")), subscriber);
    }
  }

  @Test
  void oneThatFailsForGoodDelaysNoOther(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    String failing = cloud.accessKeyId("WriteReceiptFunction");
    Interceptor.Placed broken =
        cloud.intercept(
            (call, proceed) ->
                call.caller().equals(failing) && call.service().equals("dynamodb")
                    ? Interceptor.Reply.fault(400, "AccessDeniedException", "never")
                    : proceed.get());
    try {
      Publisher publisher = arcade.runtime().publisher();
      for (int i = 0; i < PURCHASES; i++) {
        publisher.publish(PurchaseCompleted.V1, "player/p-ada", bought());
      }
      // The others are through while the receipts still fail; nobody waits for anybody.
      cloud.await(Arcade.PATIENCE, () -> points(arcade) == 10L * PURCHASES);
      cloud.await(Arcade.PATIENCE, () -> pieces(arcade) == PURCHASES);
      assertEquals(0, arcade.outcomes("WriteReceiptFunction", "applied"));
      // After five receives they are among the receipts' own dead letters, and none is lost.
      cloud.await(Arcade.PATIENCE, () -> cloud.depth("WriteReceiptDeadLetterQueue") == PURCHASES);
    } finally {
      broken.close();
    }
    // What a function has written is there before its log says so.
    cloud.awaitIdle();
    assertEquals(0, cloud.depth("AwardPointsDeadLetterQueue"));
    assertEquals(0, cloud.depth("CountSalesDeadLetterQueue"));
    assertEquals(PURCHASES, arcade.outcomes("CountSalesFunction", "applied"));
  }

  private static long points(Arcade arcade) {
    return arcade
        .runtime()
        .entities(Loyalties.TYPE)
        .current("p-ada")
        .state()
        .map(Loyalty::points)
        .orElse(0L);
  }

  private static int pieces(Arcade arcade) {
    return arcade
        .runtime()
        .entities(Popularities.TYPE)
        .current("robot")
        .state()
        .map(Popularity::pieces)
        .orElse(0);
  }

  private static PurchaseCompletedV1 bought() {
    return PurchaseCompletedV1.builder()
        .purchaseId(new PurchaseId(UUID.randomUUID().toString()))
        .playerId(new PlayerId("p-ada"))
        .itemId(new ItemId("robot"))
        .quantity(1)
        .price(Money.builder().amount(1000).currency(Currency.EUR).build())
        .build();
  }
}
