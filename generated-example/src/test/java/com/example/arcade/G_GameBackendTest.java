package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static com.example.arcade.Arcade.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Receipts;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.MatchEnded;
import com.example.arcade.event.MatchEndedV1;
import com.example.arcade.event.PurchaseRequested;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import com.example.arcade.projection.Leaderboard;
import com.example.arcade.projection.LeaderboardRow;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** G: a player buys an item, plays a match, and is on the leaderboard. */
@LocalCloudTest
class G_GameBackendTest {
  private static final String SEASON = "2026-autumn";

  @Test
  void anItemIsBoughtAMatchIsPlayedAndTheLeaderboardMoves(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    publisher.publish(
        ItemStocked.V1,
        "shop/robot",
        ItemStockedV1.builder().itemId(new ItemId("robot")).quantity(3).build());
    publisher.publish(DepositReceived.V2, "player/p-ada", deposit("p-ada", 5000));
    cloud.awaitIdle();

    PurchaseRequestedV1 wanted = purchase("p-ada", "robot", 1, 1995);
    publisher.publish(PurchaseRequested.V1, "player/p-ada", wanted);
    publisher.publish(MatchEnded.V1, "match/1", match("p-ada", 700));
    publisher.publish(MatchEnded.V1, "match/2", match("p-ben", 900));
    cloud.awaitIdle();
    assertEquals(Map.of("p-ada", 700L, "p-ben", 900L), leaderboard(arcade));
    publisher.publish(MatchEnded.V1, "match/3", match("p-ada", 300));
    cloud.awaitIdle();

    assertEquals(Map.of("p-ada", 1000L, "p-ben", 900L), leaderboard(arcade));
    assertEquals(3005, arcade.wallet("p-ada").balance());
    assertEquals(2, arcade.inventory("robot").available());
    assertEquals(
        "1 x robot: 19.95 EUR",
        arcade
            .runtime()
            .entities(Receipts.TYPE)
            .current(wanted.purchaseId().value())
            .state()
            .orElseThrow()
            .text());
  }

  /** Nobody has to guess: what is paid for is what is used. */
  @Test
  void everyTableIsOnDemand() throws IOException {
    String template = Files.readString(Path.of("target/sam/template.yaml"));
    long tables = count(template, "Type: AWS::DynamoDB::Table");
    assertTrue(tables > 0);
    assertEquals(tables, count(template, "BillingMode: PAY_PER_REQUEST"));
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static Map<String, Long> leaderboard(Arcade arcade) {
    List<LeaderboardRow> rows =
        arcade.runtime().projection(Leaderboard.TYPE).rows(SEASON, null, 100).items().stream()
            .map(each -> each.row())
            .toList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.playerId().value(), LeaderboardRow::total));
  }

  private static MatchEndedV1 match(String player, long points) {
    return MatchEndedV1.builder()
        .matchId(new MatchId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .season(new SeasonId(SEASON))
        .points(points)
        .build();
  }
}
