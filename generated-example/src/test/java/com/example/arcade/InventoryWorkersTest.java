package com.example.arcade;

import static com.example.arcade.Examples.ITEM;
import static com.example.arcade.Examples.PURCHASE;
import static com.example.arcade.Examples.event;
import static com.example.arcade.Examples.next;
import static com.example.arcade.Examples.published;
import static com.example.arcade.Examples.purchase;
import static com.example.arcade.Examples.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.ItemReleasedV1;
import com.example.arcade.event.ItemReservedV1;
import com.example.arcade.event.ItemStockedV1;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.worker.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryWorkersTest {
  private static final EntityState<Inventory> NONE = new EntityState<>(ITEM.value(), 0, null);

  @Test
  void deliveriesAddUp() {
    Inventory first = stocked(NONE, 25);
    assertEquals(25, first.available());
    assertEquals(30, stocked(state(first), 5).available());
  }

  @Test
  void aPurchaseSetsPiecesAside() {
    Decision<Inventory> decision =
        new ReserveItem().decide(event(purchase(2, 100)), state(stocked(NONE, 25)));

    assertEquals(23, next(decision).available());
    assertEquals(
        List.of(
            ItemReservedV1.builder()
                .itemId(ITEM)
                .purchaseId(PURCHASE)
                .quantity(2)
                .available(23)
                .build()),
        published(decision));
  }

  @Test
  void whatTheShopDoesNotHaveIsNotSetAside() {
    assertEquals(
        "sold-out",
        refusal(new ReserveItem().decide(event(purchase(2, 100)), state(stocked(NONE, 1)))));
    assertEquals("unknown-item", refusal(new ReserveItem().decide(event(purchase(1, 1)), NONE)));
  }

  @Test
  void onePurchaseIsSetAsideOnce() {
    Inventory reserved =
        next(new ReserveItem().decide(event(purchase(2, 100)), state(stocked(NONE, 25))));

    assertEquals(
        "requested-before",
        refusal(new ReserveItem().decide(event(purchase(2, 100)), state(reserved))));
  }

  @Test
  void aReleaseGivesBackWhatWasSetAsideOnce() {
    Inventory reserved =
        next(new ReserveItem().decide(event(purchase(2, 100)), state(stocked(NONE, 25))));

    Decision<Inventory> release =
        new ReleaseItem().decide(event(purchase(2, 100)), state(reserved));
    assertEquals(25, next(release).available());
    assertEquals(
        List.of(
            ItemReleasedV1.builder()
                .itemId(ITEM)
                .purchaseId(PURCHASE)
                .quantity(2)
                .available(25)
                .build()),
        published(release));

    assertEquals(
        Decision.unchanged(),
        new ReleaseItem().decide(event(purchase(2, 100)), state(next(release))));
  }

  @Test
  void nothingSetAsideNothingGivenBack() {
    assertEquals(Decision.unchanged(), new ReleaseItem().decide(event(purchase(2, 1)), NONE));
    assertEquals(
        Decision.unchanged(),
        new ReleaseItem().decide(event(purchase(2, 1)), state(stocked(NONE, 25))));
  }

  private static Inventory stocked(EntityState<Inventory> before, int quantity) {
    return next(
        new StockItem()
            .decide(
                event(ItemStockedV1.builder().itemId(ITEM).quantity(quantity).build()), before));
  }

  private static EntityState<Inventory> state(Inventory inventory) {
    return new EntityState<>(ITEM.value(), 1, inventory);
  }
}
