package io.eventwright.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.push.Channels;
import io.eventwright.runtime.push.EventsApi;
import io.eventwright.runtime.push.RowChange;
import io.eventwright.runtime.push.Snapshots;
import io.eventwright.runtime.store.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotsTest {
  private static final Map<String, String> SHOWN = Map.of("leaderboard", "board");

  private static RowChange change(String key, String subject, long version, String text) {
    return new RowChange(
        "leaderboard", key, "arcade", subject, Keys.padded(version), "{\"text\":\"" + text + "\"}");
  }

  @Test
  @DisplayName("push: of a thousand changes in any order the last of each row is told, once")
  void folds() {
    List<RowChange> changes = new ArrayList<>();
    for (int version = 1; version <= 100; version++) {
      for (int player = 0; player < 10; player++) {
        changes.add(change("s-1", "score/p-" + player, version, "v" + version));
      }
    }
    Collections.shuffle(changes, new Random(7));

    Map<String, List<String>> events = Snapshots.of(changes, SHOWN);

    assertEquals(List.of("/board/s-1"), List.copyOf(events.keySet()));
    assertEquals(1, events.get("/board/s-1").size());
    String snapshot = events.get("/board/s-1").get(0);
    assertEquals(10, snapshot.split("\"v100\"", -1).length - 1, snapshot);
    assertFalse(snapshot.contains("\"v99\""), snapshot);
  }

  @Test
  @DisplayName("push: what is not shown is not told, and each key has a channel of its own")
  void channels() {
    List<RowChange> changes =
        List.of(
            change("s-1", "score/p-1", 1, "a"),
            change("s-2", "score/p-1", 1, "b"),
            new RowChange("purchase-history", "p-1", "arcade", "x", Keys.padded(1), "{}"));

    assertEquals(
        List.of("/board/s-1", "/board/s-2"),
        Snapshots.of(changes, SHOWN).keySet().stream().sorted().toList());
  }

  @Test
  @DisplayName("push: any key has a channel that the service takes, and no two the same")
  void channelNames() {
    List<String> keys =
        List.of("s-1", "x-1", "-a", "a-", "", "ä", "a/b", "a b", "a".repeat(50), "a".repeat(51));
    List<String> channels = keys.stream().map(key -> Channels.of("board", key)).toList();

    for (String channel : channels) {
      assertTrue(channel.matches("/board/[A-Za-z0-9]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?"), channel);
    }
    assertEquals(keys.size(), channels.stream().distinct().count());
    assertEquals("/board/s-1", channels.get(0));
  }

  @Test
  @DisplayName("push: what is too large for one event is told in several, a row that is, by name")
  void sizes() {
    List<RowChange> changes = new ArrayList<>();
    for (int player = 0; player < 8; player++) {
      changes.add(change("s-1", "score/p-" + player, 1, "x".repeat(90_000)));
    }
    changes.add(change("s-1", "score/huge", 3, "y".repeat(300_000)));

    List<String> events = Snapshots.of(changes, SHOWN).get("/board/s-1");

    assertEquals(4, events.size());
    for (String event : events) {
      assertTrue(event.getBytes(StandardCharsets.UTF_8).length < 240 * 1024);
    }
    assertTrue(String.join("", events).contains("\"subject\":\"score/huge\""));
    assertFalse(String.join("", events).contains("yyy"));
  }

  @Test
  @DisplayName("push: at most five events a call, and a call that is refused is an error")
  void calls() throws Exception {
    List<String> bodies = new ArrayList<>();
    EventsApi api =
        new EventsApi(
            (type, body) -> {
              bodies.add(new String(body, StandardCharsets.UTF_8));
              return bodies.size() < 3 ? 200 : 401;
            });

    assertEquals(2, api.publish("/board/s-1", Collections.nCopies(7, "{\"a\":1}")));
    assertEquals(5, bodies.get(0).split("\\\\\"a\\\\\"", -1).length - 1, bodies.get(0));
    assertThrows(IOException.class, () -> api.publish("/board/s-1", List.of("{}")));
  }
}
