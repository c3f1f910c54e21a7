package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static com.example.arcade.Arcade.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.MisbehavingGateway.Mood;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.PurchaseRequested;
import com.example.arcade.id.ItemId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.local.junit.LogLine;
import io.eventwright.runtime.publish.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The payment gateway has a bad hour, told while it happens. Waits are sixty times as short as on
 * AWS, so an hour is a minute.
 */
@LocalCloudTest
class OutageStoryTest {
  private static final String CABINET = "pinball-cabinet";
  private static final int PLAYERS = 24;
  private static final long PRICE = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Story story = new Story();
  private int told;

  @Test
  void theGatewaysBadHour(LocalCloud cloud) throws Exception {
    try (MisbehavingGateway gateway = new MisbehavingGateway()) {
      cloud.reset();
      Publisher publisher = new Arcade(cloud).runtime().publisher();
      story.title("The payment gateway's bad hour");
      story.says("Every wait is sixty times as short as on AWS: a second here is a minute there.");

      story.chapter("%d players buy, and the gateway fails".formatted(PLAYERS));
      gateway.becomes(Mood.FAILS);
      buy(cloud, publisher);
      follow(cloud, () -> says(cloud, "source paused"));
      int failed = gateway.calls();
      story.says("%d calls were made and failed; each sale itself is done and booked.", failed);
      assertEquals(0, gateway.settled());

      story.chapter("Now it hangs; probes find out, one at a time");
      gateway.becomes(Mood.HANGS);
      follow(cloud, () -> gateway.calls(Mood.HANGS) >= 3);
      story.says(
          "%d probes have waited for an answer in vain; %d settlements wait in the queue.",
          gateway.calls(Mood.HANGS), cloud.depth("SettlePurchaseQueue"));

      story.chapter("It recovers: a probe succeeds, the source is resumed, the queue drains");
      gateway.becomes(Mood.WELL);
      follow(cloud, () -> gateway.settled() == PLAYERS);
      cloud.awaitIdle(PATIENCE);
      follow(cloud, () -> true);
      story.says(
          "Settled: %d of %d, each once by its key; calls in all: %d.",
          gateway.settled(), PLAYERS, gateway.calls());
      story.says(
          "Left in the queue: %d. Dead-lettered: %d.",
          cloud.depth("SettlePurchaseQueue"), cloud.depth("SettlePurchaseDeadLetterQueue"));
      assertEquals(PLAYERS, gateway.settled());
      assertEquals(0, cloud.depth("SettlePurchaseQueue"));
      assertEquals(0, cloud.depth("SettlePurchaseDeadLetterQueue"));
      assertTrue(says(cloud, "breaker closed"));
    }
  }

  private static void buy(LocalCloud cloud, Publisher publisher) {
    publisher.publish(
        ItemStocked.V1,
        "shop/" + CABINET,
        ItemStockedV1.builder().itemId(new ItemId(CABINET)).quantity(PLAYERS).build());
    for (int i = 0; i < PLAYERS; i++) {
      String player = "p-" + i;
      publisher.publish(DepositReceived.V2, "player/" + player, deposit(player, PRICE));
    }
    // Who buys before the own deposit is booked is refused, and settles nothing.
    cloud.awaitIdle(PATIENCE);
    for (int i = 0; i < PLAYERS; i++) {
      String player = "p-" + i;
      publisher.publish(
          PurchaseRequested.V1, "player/" + player, purchase(player, CABINET, 1, PRICE));
    }
  }

  /** Tells what breaker and manager do, until something holds. */
  private void follow(LocalCloud cloud, BooleanSupplier until) {
    cloud.await(
        PATIENCE,
        () -> {
          boolean over = until.getAsBoolean();
          List<LogLine> lines = cloud.log();
          for (; told < lines.size(); told++) {
            tell(lines.get(told).text());
          }
          return over;
        });
  }

  private void tell(String line) {
    if (line.contains("\"breaker open\"")) {
      story.says("breaker   open: nothing calls the gateway, messages are hidden and come again");
    } else if (line.contains("\"breaker half-open\"")) {
      story.says("breaker   half open: one probe goes");
    } else if (line.contains("\"breaker closed\"")) {
      story.says("breaker   closed: the probe succeeded");
    } else if (line.contains("\"source paused\"")) {
      story.says("manager   pauses the queue's event source");
    } else if (line.contains("\"source resumed\"")) {
      story.says("manager   resumes it");
    }
  }

  private static boolean says(LocalCloud cloud, String words) {
    return cloud.log().stream().anyMatch(line -> line.text().contains("\"" + words + "\""));
  }
}
