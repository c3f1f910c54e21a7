package com.example.arcade;

import com.example.arcade.entity.Highlight;
import com.example.arcade.event.HighlightRecordedV1;
import com.example.arcade.worker.KeepHighlightWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps how many moves a match had, and their hash: a row is no place for the moves. */
public final class KeepHighlight implements KeepHighlightWorker {

  @Override
  public Decision<Highlight> decide(
      Event<HighlightRecordedV1> event, EntityState<Highlight> highlight) {
    HighlightRecordedV1 recorded = event.data();
    return Decision.next(
        Highlight.builder()
            .playerId(recorded.playerId())
            .moves(recorded.moves().length())
            .sha256(sha256(recorded.moves()))
            .build());
  }

  static String sha256(String moves) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(moves.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JVM has SHA-256", missing);
    }
  }
}
