package com.example.arcade;

import com.example.arcade.entity.Match;
import com.example.arcade.event.MatchStartedV1;
import com.example.arcade.worker.StartMatchWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Begins a match, unless its end was told before its start. */
public final class StartMatch implements StartMatchWorker {

  @Override
  public Decision<Match> decide(Event<MatchStartedV1> event, EntityState<Match> match) {
    if (match.version() > 0) {
      return Decision.unchanged();
    }
    return Decision.next(
        Match.builder()
            .playerId(event.data().playerId())
            .season(event.data().season())
            .status(Match.Status.PLAYING)
            .build());
  }
}
