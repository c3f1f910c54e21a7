package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Score;
import com.example.arcade.entity.Scores;
import com.example.arcade.event.MatchFinished;
import com.example.arcade.event.MatchFinishedV1;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import com.example.arcade.projection.Leaderboard;
import com.example.arcade.projection.LeaderboardRow;
import com.example.arcade.worker.RecordScoreStream;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * R: matches come through a stream, each player's one after the other; ten seconds of scores become
 * one event of the season; what came is read again in batch, from the same stream; and a page is
 * shown the leaderboard as it moves, many changes in few snapshots, the last state of each row
 * among them.
 */
@LocalCloudTest
class R_RealTimeAndBatchTest {
  private static final SeasonId SEASON = new SeasonId("2026-autumn");
  private static final int MATCHES = 60;
  private static final int PLAYERS = 6;
  private static final Pattern COUNTED = Pattern.compile("\"matches\":(\\d+),\"points\":(\\d+)");

  private static final Pattern SHOWN = Pattern.compile("\"matches\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Ten seconds, sixty times as short. */
  private static final Duration WINDOW = Duration.ofMillis(166);

  @Test
  void matchesAreScoredSummarisedAndReadAgain(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Instant begun = Instant.now();
    Map<String, Long> expected = new TreeMap<>();
    List<PreparedEvent> sent = new ArrayList<>();
    Publisher publisher = arcade.runtime().publisher();
    for (int i = 0; i < MATCHES; i++) {
      String player = "p-" + i % PLAYERS;
      expected.merge(player, i * 10L, Long::sum);
      sent.add(publisher.prepare(MatchFinished.V1, "player/" + player, match(player, i * 10L)));
    }
    for (int from = 0; from < MATCHES; from += 10) {
      publisher.send(sent.subList(from, from + 10));
    }
    publisher.send(sent.subList(0, 10)); // doubled
    cloud.awaitIdle();

    expected.forEach((player, total) -> assertEquals(total, score(arcade, player).total(), player));
    assertEquals(MATCHES / PLAYERS, score(arcade, "p-0").matches());
    Duration took = Duration.between(begun, Instant.now());
    summariesMissNothing(cloud, expected.values().stream().mapToLong(Long::longValue).sum(), took);
    batchReadsTheSame(arcade, cloud, begun, sent);
  }

  @Test
  void aPageIsShownFewSnapshotsAndTheLastOfEachRow(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    try (Browser stranger = new Browser(cloud, "no token");
        Browser page = new Browser(cloud, cloud.token("Api", "p-1"))) {
      page.listen("/leaderboard/" + SEASON.value());
      cloud.await(PATIENCE, () -> page.heard("subscribe_success"));
      cloud.await(PATIENCE, () -> stranger.heard("connection_error"));

      cloud.pause("PushFunction");
      Publisher publisher = arcade.runtime().publisher();
      List<PreparedEvent> sent = new ArrayList<>();
      for (int i = 0; i < MATCHES; i++) {
        String player = "p-" + i % PLAYERS;
        sent.add(publisher.prepare(MatchFinished.V1, "player/" + player, match(player, i)));
      }
      for (int from = 0; from < MATCHES; from += 10) {
        publisher.send(sent.subList(from, from + 10));
      }
      cloud.await(PATIENCE, () -> counted(arcade) == MATCHES);
      assertEquals(0, page.snapshots());
      cloud.resume("PushFunction");
      cloud.await(PATIENCE, () -> shown(page) == MATCHES);

      assertEquals(PLAYERS, page.rows.size());
      for (ProjectionRow<LeaderboardRow> row : leaderboard(arcade)) {
        String total = "\"total\":" + row.row().total();
        assertTrue(page.rows.get(row.subject()).contains(total), page.rows + " of " + row);
      }
      assertTrue(
          page.snapshots() < MATCHES / 2,
          page.snapshots() + " snapshots of " + MATCHES + " changes");
      assertEquals(0, stranger.snapshots());
    }
  }

  private static List<ProjectionRow<LeaderboardRow>> leaderboard(Arcade arcade) {
    return new Leaderboard(arcade.runtime()).rows(SEASON, null, 100).items();
  }

  private static long counted(Arcade arcade) {
    return leaderboard(arcade).stream().mapToLong(row -> row.row().matches()).sum();
  }

  /** How many matches the page knows of. */
  private static long shown(Browser page) {
    long matches = 0;
    for (String row : page.rows.values()) {
      Matcher count = SHOWN.matcher(row);
      matches += count.find() ? Long.parseLong(count.group(1)) : 0;
    }
    return matches;
  }

  /** Each score is in one window's summary, and there are no more of them than windows. */
  private static void summariesMissNothing(LocalCloud cloud, long points, Duration took) {
    long matches = 0;
    long sum = 0;
    int summaries = 0;
    for (String event : cloud.events()) {
      Matcher counted = COUNTED.matcher(event);
      if (event.contains("\"season-summarised.v1\"") && counted.find()) {
        summaries++;
        matches += Long.parseLong(counted.group(1));
        sum += Long.parseLong(counted.group(2));
      }
    }
    assertEquals(MATCHES, matches);
    assertEquals(points, sum);
    // However long the machine takes for each match: so many windows there have been.
    long windows = took.dividedBy(WINDOW) + 2;
    assertTrue(summaries <= windows, summaries + " summaries in " + windows + " windows");
  }

  /** The stream still has all of them, in the order of each player, doubles included. */
  private static void batchReadsTheSame(
      Arcade arcade, LocalCloud cloud, Instant begun, List<PreparedEvent> sent) {
    RecordScoreStream stream =
        new RecordScoreStream(arcade.runtime(), cloud.ref("RecordScoreStream"));
    Map<String, Long> totals = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    stream
        .events(begun, Instant.now(), skipped -> {})
        .filter(event -> !ids.contains(event.envelope().id()))
        .forEach(event -> count(event, ids, totals));
    assertEquals(
        sent.stream().map(event -> event.envelope().id()).sorted().toList(),
        ids.stream().sorted().toList());
    totals.forEach((player, total) -> assertEquals(score(arcade, player).total(), total, player));
  }

  private static void count(
      Event<MatchFinishedV1> event, List<String> ids, Map<String, Long> totals) {
    ids.add(event.envelope().id());
    totals.merge(event.data().playerId().value(), event.data().points(), Long::sum);
  }

  private static Score score(Arcade arcade, String player) {
    return arcade.runtime().entities(Scores.TYPE).current(player).state().orElseThrow();
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
