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
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.Layouts;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import io.eventwright.runtime.rebuild.Fed;
import io.eventwright.runtime.rebuild.Rebuild;
import io.eventwright.runtime.store.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * E: the leaderboard follows the scores. Who waits for an own write gets it or is told to ask
 * again, and a leaderboard that was dropped is built anew, while matches go on, to the same
 * content.
 */
@LocalCloudTest(speed = E_EventualConsistencyTest.SPEED)
class E_EventualConsistencyTest {
  private static final SeasonId SEASON = new SeasonId("2026-autumn");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PLAYERS = 12;
  static final int SPEED = 60;

  private int matches;

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void aReaderWaitsForItsOwnWrite(LocalCloud cloud) throws Exception {
    Arcade arcade = new Arcade(cloud);
    play(arcade, "p-ben", 700);
    cloud.awaitIdle();
    cloud.pause("LeaderboardFunction");
    play(arcade, "p-ada", 500);
    play(arcade, "p-ada", 400);
    cloud.await(
        Duration.ofMinutes(2),
        () -> arcade.runtime().entities(Scores.TYPE).current("p-ada").version() == 2);

    HttpResponse<String> early = read(cloud, "p-ada", 2);
    assertEquals(404, early.statusCode(), early.body());
    assertEquals("1", early.headers().firstValue("retry-after").orElse(""));

    cloud.resume("LeaderboardFunction");
    // However slow the machine is: each answer is the write, or to ask again.
    HttpResponse<String> answer = early;
    for (int tries = 0; answer.statusCode() != 200 && tries < 60; tries++) {
      assertTrue(List.of(404, 409).contains(answer.statusCode()), answer.body());
      answer = read(cloud, "p-ada", 2);
    }
    assertEquals(200, answer.statusCode(), answer.body());
    int ada = answer.body().indexOf("\"total\":900");
    int ben = answer.body().indexOf("\"total\":700");
    assertTrue(0 <= ada && ada < ben, "the best first: " + answer.body());
  }

  @Test
  void aDroppedLeaderboardIsRebuiltToTheSameContentWhileMatchesGoOn(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    for (int i = 0; i < 40; i++) {
      playAny(arcade);
    }
    cloud.awaitIdle();
    List<LeaderboardRow> before = leaderboard(cloud);
    assertEquals(PLAYERS, before.size());
    assertEquals(scores(arcade), before);

    drop(cloud, arcade);
    assertEquals(List.of(), leaderboard(cloud));
    Rebuild.Outcome outcome = rebuild(cloud, arcade);

    assertTrue(outcome.switched());
    assertTrue(outcome.comparison().equal());
    assertEquals(List.of(), outcome.rejected());
    cloud.awaitIdle();
    assertTrue(matches > 40, "matches went on");
    assertEquals(scores(arcade), leaderboard(cloud));

    // The next rebuild finds what it builds in what is live, and proves it.
    Rebuild.Outcome again = rebuild(cloud, arcade);
    assertTrue(again.switched());
    assertEquals(PLAYERS, again.comparison().rows());
    cloud.awaitIdle();
    assertEquals(scores(arcade), leaderboard(cloud));
    assertEquals(0, arcade.outcomes("quarantined"));
  }

  /** The command {@code projections rebuild leaderboard}, with matches in each of its steps. */
  private Rebuild.Outcome rebuild(LocalCloud cloud, Arcade arcade) {
    DynamoDbClient tables = arcade.runtime().clients().dynamoDb();
    return new Rebuild(
            "leaderboard",
            new LayoutTable(tables, cloud.name("ControlTable")),
            tables,
            cloud.name("LogTable"),
            cloud.name("ViewsTable"),
            (generation, events) -> {
              playAny(arcade);
              return Fed.of(
                  cloud.invoke("LeaderboardFunction", Fed.call(generation, events)).payload());
            },
            () -> settle(cloud, arcade),
            step -> {})
        .run(false, false);
  }

  /** All that instances keep is forgotten, and no invocation is left that began before. */
  private void settle(LocalCloud cloud, Arcade arcade) {
    playAny(arcade);
    try {
      // At the cloud's pace, as its functions keep it; rounded up.
      Thread.sleep(Duration.ofSeconds(Layouts.SECONDS).toMillis() / SPEED + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    playAny(arcade);
    cloud.awaitIdle();
  }

  private static void drop(LocalCloud cloud, Arcade arcade) {
    DynamoDbClient tables = arcade.runtime().clients().dynamoDb();
    String views = cloud.name("ViewsTable");
    tables.scanPaginator(scan -> scan.tableName(views)).items().stream()
        .filter(row -> row.get("pk").s().startsWith("leaderboard#"))
        .forEach(
            row ->
                tables.deleteItem(
                    delete ->
                        delete
                            .tableName(views)
                            .key(Map.of("pk", row.get("pk"), "sk", row.get("sk")))));
  }

  /** What the leaderboard must say, from the scores themselves. */
  private static List<LeaderboardRow> scores(Arcade arcade) {
    return IntStream.range(0, PLAYERS)
        .mapToObj(i -> arcade.runtime().entities(Scores.TYPE).current("p-" + i))
        .flatMap(score -> score.state().stream())
        .map(E_EventualConsistencyTest::row)
        .sorted(Comparator.comparing(LeaderboardRow::total).reversed())
        .toList();
  }

  private static LeaderboardRow row(Score score) {
    return LeaderboardRow.builder()
        .playerId(score.playerId())
        .total(score.total())
        .matches(score.matches())
        .build();
  }

  /** As an instance sees it that has not asked yet which rows are live. */
  private static List<LeaderboardRow> leaderboard(LocalCloud cloud) {
    Leaderboard leaderboard = new Leaderboard(new Arcade(cloud).runtime());
    List<LeaderboardRow> rows = new ArrayList<>();
    String next = null;
    do {
      Page<ProjectionRow<LeaderboardRow>> page = leaderboard.rows(SEASON, next, 5);
      page.items().forEach(row -> rows.add(row.row()));
      next = page.next();
    } while (next != null);
    return rows;
  }

  /** The next match; every third is told twice. No two players ever have as many points. */
  private void playAny(Arcade arcade) {
    int player = matches % PLAYERS;
    PreparedEvent match = play(arcade, "p-" + player, 1000L * (player + 1) + matches);
    if (matches % 3 == 0) {
      arcade.runtime().publisher().send(List.of(match));
    }
    matches++;
  }

  private static PreparedEvent play(Arcade arcade, String player, long points) {
    Publisher publisher = arcade.runtime().publisher();
    PreparedEvent match =
        publisher.prepare(
            MatchFinished.V1,
            "player/" + player,
            MatchFinishedV1.builder()
                .matchId(new MatchId(UUID.randomUUID().toString()))
                .playerId(new PlayerId(player))
                .season(SEASON)
                .points(points)
                .build());
    publisher.send(List.of(match));
    return match;
  }

  private static HttpResponse<String> read(LocalCloud cloud, String player, long least)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create(
                    cloud.api("Api")
                        + "/seasons/"
                        + SEASON.value()
                        + "/leaderboard?subject=score/"
                        + player))
            .header("Authorization", "Bearer " + cloud.token("Api", player))
            .header("Min-Version", Long.toString(least))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
