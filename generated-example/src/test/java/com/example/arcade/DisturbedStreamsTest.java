package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Score;
import com.example.arcade.entity.Scores;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.MatchFinished;
import com.example.arcade.event.MatchFinishedV1;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import com.example.arcade.projection.Leaderboard;
import io.eventwright.local.junit.DisturbedStreams;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * While streams go wrong as far as AWS may let them (a table's items overtake each other, batches
 * are cut anyhow, checkpoints fall back, shards are late, the relay's rings are lost), each deposit
 * and each match counts once, and what the log says is told: all of it, each player's in order.
 */
@LocalCloudTest
class DisturbedStreamsTest {
  private static final SeasonId SEASON = new SeasonId("2026-autumn");
  private static final int EVENTS = 60;
  private static final int PLAYERS = 6;

  private static final Pattern TOLD =
      Pattern.compile("\"subject\":\"([^\"]+)\".*?\"sequence\":\"?(\\d+)");
  private static final Pattern COUNTED = Pattern.compile("\"matches\":(\\d+),\"points\":");

  @Test
  void balancesAreKeptAndEveryEventIsToldInOrder(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Map<String, Long> points = new TreeMap<>();
    Map<String, Long> money = new TreeMap<>();
    try (DisturbedStreams streams = cloud.disturbStreams(20261123, "RelayFunction")) {
      // What waits is more than one batch: it can be cut.
      cloud.pause("RelayFunction");
      cloud.pause("RecordScoreFunction");
      send(arcade.runtime().publisher(), points, money);
      cloud.awaitIdle();
      cloud.resume("RelayFunction");
      cloud.resume("RecordScoreFunction");
      cloud.awaitIdle();
      // The first sweep tells what was lost of scores, the second what was lost of their summaries.
      for (int sweep = 0; sweep < 2; sweep++) {
        cloud.runSchedule("RelayFunctionSweep");
        cloud.awaitIdle();
      }

      assertTrue(streams.shuffled() > 0, "shuffled");
      assertTrue(streams.cut() > 0, "cut");
      assertTrue(streams.doubled() > 0, "doubled");
      assertTrue(streams.late() > 0, "late");
      assertTrue(streams.lost() > 0, "lost");
    }

    money.forEach(
        (player, sum) -> {
          assertEquals(sum, arcade.wallet(player).balance(), player);
          assertEquals(EVENTS / PLAYERS, arcade.walletLog(player).size(), player);
        });
    points.forEach(
        (player, sum) -> {
          Score score =
              arcade.runtime().entities(Scores.TYPE).current(player).state().orElseThrow();
          assertEquals(sum, score.total(), player);
          assertEquals(EVENTS / PLAYERS, score.matches(), player);
        });
    new Leaderboard(arcade.runtime())
        .rows(SEASON, null, 100)
        .items()
        .forEach(row -> assertEquals(EVENTS / PLAYERS, row.row().matches(), row.subject()));
    assertEquals(EVENTS, told(cloud, "wallet-credited.v1"));
    assertEquals(EVENTS, told(cloud, "score-recorded.v1"));
    // What the bus is told twice may fall into two windows, and count in both.
    assertTrue(summarised(cloud) >= EVENTS, () -> summarised(cloud) + " matches in summaries");
    assertEquals(List.of(), arcade.quarantined());
  }

  private static void send(Publisher publisher, Map<String, Long> points, Map<String, Long> money) {
    List<PreparedEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String player = "p-" + i % PLAYERS;
      long amount = 1 + i;
      money.merge(player, amount, Long::sum);
      points.merge(player, 10 * amount, Long::sum);
      events.add(
          publisher.prepare(DepositReceived.V2, "player/" + player, deposit(player, amount)));
      events.add(
          publisher.prepare(MatchFinished.V1, "player/" + player, match(player, 10 * amount)));
    }
    for (int from = 0; from < events.size(); from += 10) {
      publisher.send(events.subList(from, from + 10));
    }
  }

  /** How many of a type the bus has had, doubles aside; the first of each comes in its order. */
  private static int told(LocalCloud cloud, String type) {
    Map<String, Long> latest = new HashMap<>();
    int told = 0;
    for (String event : cloud.events()) {
      Matcher envelope = TOLD.matcher(event);
      if (!event.contains('"' + type + '"') || !envelope.find()) {
        continue;
      }
      long before = latest.getOrDefault(envelope.group(1), 0L);
      long sequence = Long.parseLong(envelope.group(2));
      if (sequence > before) {
        assertEquals(before + 1, sequence, envelope.group(1));
        latest.put(envelope.group(1), sequence);
        told++;
      }
    }
    return told;
  }

  private static long summarised(LocalCloud cloud) {
    return cloud.events().stream()
        .filter(event -> event.contains("\"season-summarised.v1\""))
        .map(COUNTED::matcher)
        .filter(Matcher::find)
        .mapToLong(counted -> Long.parseLong(counted.group(1)))
        .sum();
  }

  private static MatchFinishedV1 match(String player, long points) {
    return MatchFinishedV1.builder()
        .matchId(new MatchId(UUID.randomUUID().toString()))
        .playerId(new PlayerId(player))
        .season(SEASON)
        .points(points)
        .build();
  }
}
