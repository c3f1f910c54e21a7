package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Wallets;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.DepositReceivedV1;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.type.Currency;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import org.junit.jupiter.api.Test;

/**
 * F: {@code where: { data.currency: [EUR, USD] }} is a rule of the bus: what it leaves out is never
 * a message of the worker's queue. Patterns are matched by EventBridge's own engine.
 */
@LocalCloudTest
class F_FilteringTest {

  @Test
  void whatTheRuleLeavesOutNeverReachesTheWorker(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    DepositReceivedV2 euros = deposit("p-ada", 500);
    publisher.publish(DepositReceived.V2, "player/p-ada", euros);
    publisher.publish(DepositReceived.V2, "player/p-ben", euro(Currency.GBP, "p-ben"));
    publisher.publish(DepositReceived.V2, "player/p-cleo", euro(Currency.USD, "p-cleo"));
    // The rule looks at both majors.
    DepositReceivedV1 old = Arcade.oldDeposit("p-dan", "1.00").withCurrency(Currency.GBP);
    publisher.publish(DepositReceived.V1, "player/p-dan", old);
    cloud.awaitIdle();

    assertEquals(500, arcade.wallet("p-ada").balance());
    assertEquals(500, arcade.wallet("p-cleo").balance());
    assertEquals(0, arcade.runtime().entities(Wallets.TYPE).current("p-ben").version());
    assertEquals(0, arcade.runtime().entities(Wallets.TYPE).current("p-dan").version());
    // All four were on the bus; the worker was told of two.
    assertEquals(
        4, cloud.events().stream().filter(event -> event.contains("deposit-received")).count());
    assertEquals(2, arcade.outcomes("CreditWalletFunction", "applied"));
    assertTrue(cloud.log("CreditWalletFunction").stream().noneMatch(l -> l.contains("refused\"")));
  }

  private static DepositReceivedV2 euro(Currency currency, String player) {
    return deposit(player, 500).withCurrency(currency);
  }
}
