package com.example.arcade;

import com.example.arcade.event.ScoreRecordedV1;
import com.example.arcade.event.SeasonSummarisedV1;
import com.example.arcade.worker.SummariseSeasonWorker;
import io.eventwright.runtime.event.Event;
import org.jspecify.annotations.Nullable;

/** Adds scores up, and keeps who is ahead. */
public final class SummariseSeason implements SummariseSeasonWorker {

  @Override
  public SeasonSummarisedV1 fold(@Nullable SeasonSummarisedV1 soFar, Event<ScoreRecordedV1> event) {
    ScoreRecordedV1 score = event.data();
    if (soFar == null) {
      return SeasonSummarisedV1.builder()
          .season(score.season())
          .matches(1)
          .points(score.points())
          .bestPlayer(score.playerId())
          .bestTotal(score.total())
          .build();
    }
    SeasonSummarisedV1 more =
        soFar.withMatches(soFar.matches() + 1).withPoints(soFar.points() + score.points());
    return score.total() > soFar.bestTotal()
        ? more.withBestPlayer(score.playerId()).withBestTotal(score.total())
        : more;
  }
}
