package com.example.arcade;

import com.example.arcade.event.ScoreRecordedV1;
import com.example.arcade.projection.LeaderboardProjection;
import com.example.arcade.projection.LeaderboardRow;
import io.eventwright.runtime.event.Event;

/** What each player has in a season. */
public final class LeaderboardRows implements LeaderboardProjection {
  @Override
  public LeaderboardRow scoreRecorded(Event<ScoreRecordedV1> event) {
    ScoreRecordedV1 score = event.data();
    return LeaderboardRow.builder()
        .playerId(score.playerId())
        .total(score.total())
        .matches(score.matches())
        .build();
  }
}
