package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Loyalties;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.PurchaseCompleted;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.event.PurchaseRequested;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.publish.InvalidEvent;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** V: what is invalid can neither leave, nor arrive, nor be written. */
@LocalCloudTest
class V_ValidationBeforeEmittingTest {

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void anInvalidEventCannotLeaveAndEveryViolationIsToldWithItsPointer(LocalCloud cloud) {
    Publisher publisher = new Arcade(cloud).runtime().publisher();
    PurchaseRequestedV1 wrong =
        PurchaseRequestedV1.builder()
            .purchaseId(new PurchaseId("no-uuid"))
            .playerId(new PlayerId("Ada Lovelace"))
            .itemId(new ItemId("robot"))
            .quantity(0)
            .price(Money.builder().amount(-1).currency(Currency.EUR).build())
            .build();

    InvalidEvent refused =
        assertThrows(
            InvalidEvent.class, () -> publisher.publish(PurchaseRequested.V1, "player/x", wrong));

    assertEquals(
        List.of("/playerId", "/price/amount", "/purchaseId", "/quantity"),
        refused.violations().stream().map(Violation::instancePointer).distinct().sorted().toList());
    assertEquals(List.of(), cloud.events());
  }

  @Test
  void anInvalidEventThatArrivesIsPutAsideWithItsPointer(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    PreparedEvent good =
        arcade
            .runtime()
            .publisher()
            .prepare(DepositReceived.V2, "player/p-ada", deposit("p-ada", 5000));
    arcade.putUnchecked("deposit-received.v2", good.detail().replace("5000", "-5000"));
    cloud.awaitIdle();

    List<String> aside = arcade.quarantined();
    assertEquals(1, aside.size());
    assertTrue(aside.get(0).contains("/minorUnits"), aside.get(0));
    assertEquals(0, arcade.outcomes("applied"));
  }

  /** {@code ensures: next.points <= 1000000}: nobody earns that by one purchase. */
  @Test
  void aPostconditionThatFailsLeavesNoTrace(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    publisher.publish(PurchaseCompleted.V1, "player/p-ada", bought("p-ada", 1_000));
    cloud.awaitIdle();
    Map<String, Integer> before = rows(cloud, "p-eve");

    publisher.publish(PurchaseCompleted.V1, "player/p-eve", bought("p-eve", 200_000_000));
    cloud.awaitIdle();

    assertEquals(1, arcade.outcomes("AwardPointsFunction", "quarantined"));
    List<String> aside = arcade.quarantined();
    assertTrue(
        aside.stream().anyMatch(text -> text.contains("postcondition-failed")), aside::toString);
    assertEquals(0, arcade.runtime().entities(Loyalties.TYPE).current("p-eve").version());
    assertEquals(before, rows(cloud, "p-eve"), "neither an inbox row nor a version");
    assertEquals(
        10,
        arcade.runtime().entities(Loyalties.TYPE).current("p-ada").state().orElseThrow().points());
  }

  /** What the tables know of award-points: its inbox rows, and loyalties of that player. */
  private static Map<String, Integer> rows(LocalCloud cloud, String player) {
    Map<String, Integer> rows = new HashMap<>();
    try (DynamoDbClient tables = DynamoDbClient.create()) {
      for (String table : List.of("LogTable", "InboxTable")) {
        tables
            .scanPaginator(scan -> scan.tableName(cloud.name(table)).consistentRead(true))
            .items()
            .stream()
            .map(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s())
            .filter(key -> key.startsWith("award-points#") || key.equals("loyalty#" + player))
            .forEach(key -> rows.merge(table, 1, Integer::sum));
      }
    }
    return rows;
  }

  private static PurchaseCompletedV1 bought(String player, long price) {
    return PurchaseCompletedV1.builder()
        .purchaseId(new PurchaseId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .itemId(new ItemId("robot"))
        .quantity(1)
        .price(Money.builder().amount(price).currency(Currency.EUR).build())
        .build();
  }
}
