package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.entity.Loyalties;
import com.example.arcade.entity.Receipts;
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
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * P: one event on one topic, many workers, at the same time; a filter keeps from each what it asked
 * not to have.
 */
@LocalCloudTest
class P_ParallelProcessingTest {
  private static final PlayerId ADA = new PlayerId("p-ada");

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void eachSubscriberOfTheTopicHasWhatItAskedForOnce(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    PreparedEvent large = publisher.prepare(PurchaseCompleted.V1, "player/p-ada", bought(1995));
    PurchaseCompletedV1 cheap = bought(999);
    PreparedEvent small = publisher.prepare(PurchaseCompleted.V1, "player/p-ada", cheap);

    publisher.send(List.of(large, small, large));
    cloud.awaitIdle();

    assertEquals(
        "1 x golden-joystick: 9.99 EUR",
        arcade
            .runtime()
            .entities(Receipts.TYPE)
            .current(cheap.purchaseId().value())
            .state()
            .orElseThrow()
            .text());
    // The filter is the topic's: the small purchase is no message of this worker's queue.
    assertEquals(
        19,
        arcade.runtime().entities(Loyalties.TYPE).current("p-ada").state().orElseThrow().points());
    assertEquals(2, told(cloud, "AwardPointsFunction"));
    assertEquals(3, told(cloud, "WriteReceiptFunction"));
  }

  /** Each of the two waits in the middle of its work until the other is there too. */
  @Test
  void theyWorkAtTheSameTime(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    Set<String> two =
        Set.of(cloud.accessKeyId("WriteReceiptFunction"), cloud.accessKeyId("AwardPointsFunction"));
    CountDownLatch both = new CountDownLatch(2);
    Set<String> met = ConcurrentHashMap.newKeySet();
    Set<String> together = ConcurrentHashMap.newKeySet();
    Interceptor.Placed meeting =
        cloud.intercept(
            (call, proceed) -> {
              if (two.contains(call.caller()) && met.add(call.caller())) {
                both.countDown();
                if (await(both)) {
                  together.add(call.caller());
                }
              }
              return proceed.get();
            });
    arcade.runtime().publisher().publish(PurchaseCompleted.V1, "player/p-ada", bought(1995));
    cloud.awaitIdle();
    meeting.close();
    assertEquals(two, together);
  }

  private static boolean await(CountDownLatch both) {
    try {
      return both.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static long told(LocalCloud cloud, String function) {
    return cloud.log(function).stream().filter(line -> line.contains("\"eventId\"")).count();
  }

  private static PurchaseCompletedV1 bought(long price) {
    return PurchaseCompletedV1.builder()
        .purchaseId(new PurchaseId(UUID.randomUUID().toString()))
        .playerId(ADA)
        .itemId(new ItemId("golden-joystick"))
        .quantity(1)
        .price(Money.builder().amount(price).currency(Currency.EUR).build())
        .build();
  }
}
