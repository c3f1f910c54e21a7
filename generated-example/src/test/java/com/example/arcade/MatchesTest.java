package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.entity.Match;
import com.example.arcade.entity.Matches;
import com.example.arcade.entity.Score;
import com.example.arcade.entity.Scores;
import com.example.arcade.event.MatchEnded;
import com.example.arcade.event.MatchEndedV1;
import com.example.arcade.event.MatchStarted;
import com.example.arcade.event.MatchStartedV1;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A match from its start to the score that it counts for. */
@LocalCloudTest
class MatchesTest {
  private static final PlayerId ADA = new PlayerId("p-ada");
  private static final SeasonId SEASON = new SeasonId("2026-autumn");

  private final MatchId match = new MatchId(UUID.randomUUID().toString());

  @BeforeEach
  void empty(LocalCloud cloud) {
    cloud.reset();
  }

  @Test
  void aMatchIsPlayedAndFinishedAndCountsOnce(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    Publisher servers = arcade.runtime().publisher();

    servers.publish(MatchStarted.V1, "match/" + match.value(), started());
    cloud.awaitIdle();
    assertEquals(Match.Status.PLAYING, match(arcade).status());

    // Two servers say how it ended, and they do not agree.
    servers.publish(MatchEnded.V1, "match/" + match.value(), ended(700));
    cloud.awaitIdle();
    servers.publish(MatchEnded.V1, "match/" + match.value(), ended(800));
    cloud.awaitIdle();

    assertEquals(Match.Status.FINISHED, match(arcade).status());
    assertEquals(700, match(arcade).points());
    Score score = arcade.runtime().entities(Scores.TYPE).current(ADA.value()).state().orElseThrow();
    assertEquals(700, score.total());
    assertEquals(1, score.matches());
    assertEquals(1, arcade.outcomes("refused"));
  }

  @Test
  void anEndThatIsToldBeforeTheStartIsAnEnd(LocalCloud cloud) {
    Arcade arcade = new Arcade(cloud);
    Publisher servers = arcade.runtime().publisher();

    servers.publish(MatchEnded.V1, "match/" + match.value(), ended(700));
    cloud.awaitIdle();
    servers.publish(MatchStarted.V1, "match/" + match.value(), started());
    cloud.awaitIdle();

    assertEquals(Match.Status.FINISHED, match(arcade).status());
    assertEquals(1, arcade.outcomes("unchanged"));
  }

  private Match match(Arcade arcade) {
    return arcade.runtime().entities(Matches.TYPE).current(match.value()).state().orElseThrow();
  }

  private MatchStartedV1 started() {
    return MatchStartedV1.builder().matchId(match).playerId(ADA).season(SEASON).build();
  }

  private MatchEndedV1 ended(long points) {
    return MatchEndedV1.builder()
        .matchId(match)
        .playerId(ADA)
        .season(SEASON)
        .points(points)
        .build();
  }
}
