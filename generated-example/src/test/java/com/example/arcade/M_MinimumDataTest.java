package com.example.arcade;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Popularities;
import com.example.arcade.event.PurchaseCompleted;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import com.example.arcade.worker.CountSalesData;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.publish.PreparedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** M: what a worker says it needs is all that is in its queue, and all that there is to read. */
@LocalCloudTest
class M_MinimumDataTest {
  private static final String SECRET = "p-verysecretplayer";

  @Test
  void onlyWhatIsNeededIsOnTheQueueAndItsBytesAreFewer(LocalCloud cloud) throws Exception {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    cloud.pause("CountSalesFunction");
    cloud.pause("WriteReceiptFunction");
    PreparedEvent sent =
        arcade.runtime().publisher().prepare(PurchaseCompleted.V1, "shop/sales", bought());
    arcade.runtime().publisher().send(List.of(sent));
    cloud.await(Arcade.PATIENCE, () -> cloud.depth("CountSalesQueue") == 1);
    cloud.await(Arcade.PATIENCE, () -> cloud.depth("WriteReceiptQueue") == 1);

    String cut = arcade.waiting("CountSalesQueue").get(0);
    String whole = arcade.waiting("WriteReceiptQueue").get(0);

    JsonObject data = (JsonObject) ((JsonObject) Json.parse(cut)).get("data");
    assertEquals(
        List.of("itemId", "quantity"), requireNonNull(data).names().stream().sorted().toList());
    assertFalse(cut.contains(SECRET), cut);
    assertTrue(whole.contains(SECRET), whole);
    assertTrue(bytes(cut) < bytes(whole), bytes(cut) + " of " + bytes(whole) + " bytes");

    consumersAreBack(cloud);
    cloud.awaitIdle();
    assertEquals(
        3,
        arcade
            .runtime()
            .entities(Popularities.TYPE)
            .current("robot")
            .state()
            .orElseThrow()
            .pieces());
  }

  @AfterEach
  void consumersAreBack(LocalCloud cloud) {
    cloud.resume("CountSalesFunction");
    cloud.resume("WriteReceiptFunction");
  }

  /** The last one is what an event has that its schema does not know. */
  @Test
  void theWorkersRecordHasNothingElse() {
    assertEquals(
        List.of("itemId", "quantity", "unknownFields"),
        Stream.of(CountSalesData.class.getRecordComponents())
            .map(component -> component.getName())
            .toList());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static PurchaseCompletedV1 bought() {
    return PurchaseCompletedV1.builder()
        .purchaseId(new PurchaseId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(SECRET))
        .itemId(new ItemId("robot"))
        .quantity(3)
        .price(Money.builder().amount(4500).currency(Currency.EUR).build())
        .build();
  }
}
