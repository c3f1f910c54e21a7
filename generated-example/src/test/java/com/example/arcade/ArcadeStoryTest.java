package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static com.example.arcade.Arcade.oldDeposit;
import static com.example.arcade.Arcade.purchase;
import static com.example.arcade.Story.money;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Inventory;
import com.example.arcade.entity.Wallet;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.PurchaseRequested;
import com.example.arcade.id.ItemId;
import com.example.arcade.projection.PurchaseHistory;
import com.example.arcade.projection.PurchaseRow;
import io.eventwright.local.junit.Execution;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.EntityVersion;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.publish.InvalidEvent;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A morning in the arcade, with all that goes wrong in one, told while it happens. The template is
 * the one that goes to AWS.
 */
@LocalCloudTest
class ArcadeStoryTest {
  private static final String JOYSTICK = "golden-joystick";
  private static final long PRICE = 1995;

  private final Story story = new Story();

  @Test
  void aMorningInTheArcade(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    story.title("A morning in the arcade");
    story.says(
        "target/sam/template.yaml is up: %d resources, no cloud account.",
        cloud.resources().size());

    story.chapter("Ten golden joysticks arrive; players pay in");
    publisher.publish(
        ItemStocked.V1,
        "shop/" + JOYSTICK,
        ItemStockedV1.builder().itemId(new ItemId(JOYSTICK)).quantity(10).build());
    PreparedEvent ada =
        publisher.prepare(DepositReceived.V2, "player/p-ada", deposit("p-ada", 5000));
    PreparedEvent benFirst =
        publisher.prepare(DepositReceived.V2, "player/p-ben", deposit("p-ben", 3000));
    PreparedEvent benSecond =
        publisher.prepare(DepositReceived.V2, "player/p-ben", deposit("p-ben", 1500));
    PreparedEvent cleo =
        publisher.prepare(DepositReceived.V1, "player/p-cleo", oldDeposit("p-cleo", "5.50"));
    publisher.send(List.of(benSecond, ada, ada, cleo, benFirst));
    story.says(
        "Sent: Ada 50.00 twice (one event, doubled), Ben's second deposit before his first,");
    story.says("Cleo 5.50 by an old producer that still speaks version 1.");
    cloud.awaitIdle();
    assertEquals(5000, arcade.wallet("p-ada").balance());
    assertEquals(4500, arcade.wallet("p-ben").balance());
    assertEquals(550, arcade.wallet("p-cleo").balance());
    long doubles = arcade.outcomes("duplicate");
    // More only where a busy machine answered so late that somebody asked again.
    assertTrue(doubles >= 1, "deduplicated: " + doubles);
    story.says(
        "Wallets: Ada %s, Ben %s, Cleo %s. Deduplicated: %d.",
        money(arcade.wallet("p-ada").balance()),
        money(arcade.wallet("p-ben").balance()),
        money(arcade.wallet("p-cleo").balance()),
        doubles);

    story.chapter("An invalid event cannot leave");
    InvalidEvent refused =
        assertThrows(
            InvalidEvent.class,
            () -> publisher.publish(DepositReceived.V2, "player/p-eve", deposit("p-eve", -1)));
    refused.violations().forEach(violation -> story.says("%s", violation));

    story.chapter("A foreign producer sends poison past the validator");
    arcade.putUnchecked(
        "deposit-received.v2",
        ada.detail().replace(ada.envelope().id(), "poison-1").replace("5000", "-5000"));
    cloud.awaitIdle();
    List<String> quarantined = arcade.quarantined();
    assertEquals(1, quarantined.size());
    assertTrue(
        quarantined.get(0).contains("\"pointer\":\"/data/minorUnits\"")
            || quarantined.get(0).contains("/minorUnits"),
        quarantined.get(0));
    story.says("In quarantine at once, no retries: %s", reason(quarantined.get(0)));
    assertEquals(5000, arcade.wallet("p-ada").balance());

    story.chapter("The wallets' consumer is down");
    cloud.pause("CreditWalletFunction");
    long before = System.nanoTime();
    publisher.publish(DepositReceived.V2, "player/p-dana", deposit("p-dana", 2500));
    long millis = (System.nanoTime() - before) / 1_000_000;
    cloud.awaitIdle();
    long waiting = cloud.depth("CreditWalletQueue");
    assertEquals(1, waiting);
    story.says("Dana's 25.00 was stored in %d ms; %d message waits in the queue.", millis, waiting);
    cloud.resume("CreditWalletFunction");
    cloud.awaitIdle();
    assertEquals(2500, arcade.wallet("p-dana").balance());
    story.says("The consumer is back: Dana has %s.", money(arcade.wallet("p-dana").balance()));

    story.chapter("Purchases, one saga each");
    // Executions outlive a reset, as on AWS: another test may have had some on this cloud.
    int earlier = cloud.executions("PurchaseStateMachine").size();
    PreparedEvent adaBuys =
        publisher.prepare(
            PurchaseRequested.V1, "player/p-ada", purchase("p-ada", JOYSTICK, 1, PRICE));
    publisher.send(List.of(adaBuys, adaBuys));
    publisher.publish(
        PurchaseRequested.V1, "player/p-ben", purchase("p-ben", JOYSTICK, 2, 2 * PRICE));
    publisher.publish(
        PurchaseRequested.V1, "player/p-cleo", purchase("p-cleo", JOYSTICK, 1, PRICE));
    story.says("Ada buys one (asked for twice), Ben two, Cleo one she cannot pay.");
    cloud.awaitIdle();
    List<Execution> all = cloud.executions("PurchaseStateMachine");
    List<Execution> executions = all.subList(0, all.size() - earlier);
    executions.forEach(
        execution ->
            story.says("execution %s: %s", execution.name().substring(0, 8), execution.output()));
    assertEquals(4, executions.size());
    history(arcade, "p-ada");
    history(arcade, "p-ben");
    history(arcade, "p-cleo");
    assertEquals(5000 - PRICE, arcade.wallet("p-ada").balance());
    assertEquals(4500 - 2 * PRICE, arcade.wallet("p-ben").balance());
    assertEquals(550, arcade.wallet("p-cleo").balance());

    story.chapter("What Cleo's purchase took was given back: the joysticks' log");
    List<EntityVersion<Inventory>> shelf = arcade.inventoryLog(JOYSTICK);
    for (EntityVersion<Inventory> version : shelf) {
      story.says(
          "version %d  %2d on the shelf  by %s",
          version.version(),
          Objects.requireNonNull(version.after()).available(),
          version.cause().worker());
    }
    List<String> hands = shelf.stream().map(version -> version.cause().worker()).toList();
    assertEquals(3, Collections.frequency(hands, "reserve-item"));
    assertEquals(1, Collections.frequency(hands, "release-item"));
    assertEquals(PurchaseRow.Status.CANCELLED, rows(arcade, "p-cleo").get(0).row().status());

    story.chapter("The audit log of Ada's wallet");
    for (EntityVersion<Wallet> version : arcade.walletLog("p-ada")) {
      Wallet was = version.before();
      story.says(
          "version %d  %8s -> %8s  by %-14s because of %-24s  %s...",
          version.version(),
          was == null ? "-" : money(was.balance()),
          money(Objects.requireNonNull(version.after()).balance()),
          version.cause().worker(),
          version.cause().type(),
          version.hash().substring(0, 12));
    }
    assertEquals(2, arcade.walletLog("p-ada").size());
    LogVerifier.Verdict verdict =
        new LogVerifier(arcade.runtime().log()).verify(new EntityKey("wallet", "p-ada"));
    assertTrue(verdict.holds(), verdict.toString());
    story.says("The chain of hashes holds over %d versions.", verdict.versions());

    story.chapter("The books");
    long paidIn = 5000 + 3000 + 1500 + 550 + 2500;
    long held =
        Stream.of("p-ada", "p-ben", "p-cleo", "p-dana")
            .mapToLong(p -> arcade.wallet(p).balance())
            .sum();
    long sold = bought(arcade).mapToLong(row -> row.price().amount()).sum();
    story.says("paid in %s = in wallets %s + sold %s", money(paidIn), money(held), money(sold));
    assertEquals(paidIn, held + sold);
    long left = arcade.inventory(JOYSTICK).available();
    long pieces = bought(arcade).mapToLong(PurchaseRow::quantity).sum();
    story.says("joysticks: 10 = %d in the shop + %d sold", left, pieces);
    assertEquals(10, left + pieces);
    story.says("Balanced.");
  }

  private static Stream<PurchaseRow> bought(Arcade arcade) {
    return Stream.of("p-ada", "p-ben", "p-cleo")
        .flatMap(player -> rows(arcade, player).stream())
        .map(ProjectionRow::row)
        .filter(row -> row.status().equals(PurchaseRow.Status.COMPLETED));
  }

  private void history(Arcade arcade, String player) {
    for (ProjectionRow<PurchaseRow> row : rows(arcade, player)) {
      story.says(
          "%-5s %d x %s for %s: %s%s",
          player,
          row.row().quantity(),
          row.row().itemId().value(),
          money(row.row().price().amount()),
          row.row().status(),
          row.row().reason() == null ? "" : ". " + row.row().reason());
    }
    assertEquals(1, rows(arcade, player).size());
  }

  private static List<ProjectionRow<PurchaseRow>> rows(Arcade arcade, String player) {
    return arcade.runtime().projection(PurchaseHistory.TYPE).rows(player, null, 100).items();
  }

  private static String reason(String quarantined) {
    int start = quarantined.indexOf("\"sentence\":\"") + "\"sentence\":\"".length();
    return quarantined.substring(start, quarantined.indexOf('"', start));
  }
}
