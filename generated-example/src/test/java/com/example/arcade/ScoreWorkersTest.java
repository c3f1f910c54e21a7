package com.example.arcade;

import static com.example.arcade.Examples.PLAYER;
import static com.example.arcade.Examples.event;
import static com.example.arcade.Examples.next;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.entity.Score;
import com.example.arcade.event.MatchFinishedV1;
import com.example.arcade.event.ScoreRecordedV1;
import com.example.arcade.event.SeasonSummarisedV1;
import com.example.arcade.id.MatchId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.SeasonId;
import io.eventwright.runtime.entity.EntityState;
import org.junit.jupiter.api.Test;

class ScoreWorkersTest {
  private static final EntityState<Score> NONE = new EntityState<>(PLAYER.value(), 0, null);

  @Test
  void matchesOfASeasonAddUpAndAnotherSeasonBeginsAnew() {
    Score first = next(new RecordScore().decide(event(match("2026-autumn", 300)), NONE));
    Score second = next(new RecordScore().decide(event(match("2026-autumn", 200)), state(first)));
    Score anew = next(new RecordScore().decide(event(match("2027-winter", 7)), state(second)));

    assertEquals(500, second.total());
    assertEquals(300, second.best());
    assertEquals(2, second.matches());
    assertEquals(7, anew.total());
    assertEquals(1, anew.matches());
  }

  @Test
  void aSeasonsScoresAreAddedUpAndTheBestIsKept() {
    SummariseSeason summary = new SummariseSeason();
    SeasonSummarisedV1 folded = summary.fold(null, event(score("p-1", 10, 500)));
    folded = summary.fold(folded, event(score("p-2", 20, 900)));
    folded = summary.fold(folded, event(score("p-3", 5, 5)));

    assertEquals(3, folded.matches());
    assertEquals(35, folded.points());
    assertEquals("p-2", folded.bestPlayer().value());
    assertEquals(900, folded.bestTotal());
  }

  private static EntityState<Score> state(Score score) {
    return new EntityState<>(PLAYER.value(), 1, score);
  }

  private static MatchFinishedV1 match(String season, long points) {
    return MatchFinishedV1.builder()
        .matchId(new MatchId("0b8d3f5e-6f0a-4d0e-9a3b-2c7d5e1f4a90"))
        .playerId(PLAYER)
        .season(new SeasonId(season))
        .points(points)
        .build();
  }

  private static ScoreRecordedV1 score(String player, long points, long total) {
    return ScoreRecordedV1.builder()
        .playerId(new PlayerId(player))
        .season(new SeasonId("2026-autumn"))
        .points(points)
        .total(total)
        .matches(1)
        .build();
  }
}
