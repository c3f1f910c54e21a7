package com.example.arcade;

import com.example.arcade.entity.Score;
import com.example.arcade.event.MatchFinishedV1;
import com.example.arcade.event.ScoreRecordedV1;
import com.example.arcade.worker.RecordScoreWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** A match adds to the player's score; the first match of another season begins it anew. */
public final class RecordScore implements RecordScoreWorker {

  @Override
  public Decision<Score> decide(Event<MatchFinishedV1> event, EntityState<Score> score) {
    MatchFinishedV1 match = event.data();
    Score before = score.orElse(null);
    Score after =
        before == null || !before.season().equals(match.season())
            ? begun(match)
            : before
                .withTotal(before.total() + match.points())
                .withBest(Math.max(before.best(), match.points()))
                .withMatches(before.matches() + 1);
    return Decision.next(
        after,
        emit(
            ScoreRecordedV1.builder()
                .playerId(match.playerId())
                .season(match.season())
                .points(match.points())
                .total(after.total())
                .matches(after.matches())
                .build()));
  }

  private static Score begun(MatchFinishedV1 match) {
    return Score.builder()
        .playerId(match.playerId())
        .season(match.season())
        .total(match.points())
        .best(match.points())
        .matches(1)
        .build();
  }
}
