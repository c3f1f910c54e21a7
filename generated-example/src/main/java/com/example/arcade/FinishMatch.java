package com.example.arcade;

import com.example.arcade.entity.Match;
import com.example.arcade.event.MatchEndedV1;
import com.example.arcade.event.MatchFinishedV1;
import com.example.arcade.worker.FinishMatchWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Finishes a match once: what a second server says of it does not count. */
public final class FinishMatch implements FinishMatchWorker {

  @Override
  public Decision<Match> decide(Event<MatchEndedV1> event, EntityState<Match> match) {
    MatchEndedV1 ended = event.data();
    if (match.state().filter(known -> known.status().equals(Match.Status.FINISHED)).isPresent()) {
      return Decision.refuse("already-finished", "A match counts once.");
    }
    if (match.state().filter(known -> !known.playerId().equals(ended.playerId())).isPresent()) {
      return Decision.refuse("another-player", "The match is another player's.");
    }
    return Decision.next(
        Match.builder()
            .playerId(ended.playerId())
            .season(ended.season())
            .status(Match.Status.FINISHED)
            .points(ended.points())
            .build(),
        emit(
            MatchFinishedV1.builder()
                .matchId(ended.matchId())
                .playerId(ended.playerId())
                .season(ended.season())
                .points(ended.points())
                .build()));
  }
}
