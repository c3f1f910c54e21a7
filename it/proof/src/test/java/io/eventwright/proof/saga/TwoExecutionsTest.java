package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two executions of a saga that know nothing of each other, and have something in common. */
class TwoExecutionsTest {
  private static final String SAGA =
      """
      system: random
      package: com.example.random
      owner: team-random
      entities:
        account: { id: TripId, state: schemas/_entities/account.json }
      workers:
        s1: { changes: account by tripId }
        undo-s1: { changes: account by tripId }
      sagas:
        trip:
          on: trip-requested@1
          steps:
            - s1: { undo: undo-s1 }
            - s2: { approval: trip-approval@1, by: event.data.tripId, timeout: 3d }
          done: trip-booked@1
          undone: trip-cancelled@1
      """;

  private static final String EVENT = new RandomSaga(1).event();

  @Test
  @DisplayName("row 40: of two that wait for an answer of the same name the second is undone")
  void oneApproval() throws IOException {
    Stage stage = new Stage(RandomScript.of(SAGA, "two-executions"), List.of());
    stage.start(EVENT);
    stage.start(EVENT.replace("e-trip", "e-other"));
    // Nobody waits any more by then.
    stage.timeline.schedule(
        Duration.ofDays(4), () -> stage.start(EVENT.replace("e-trip", "e-later")));
    stage.run();
    List<Map<?, ?>> ends =
        stage.views().stream().<Map<?, ?>>map(view -> output(view.output())).toList();
    assertEquals(
        List.of("done", "undone", "done"), ends.stream().map(end -> end.get("outcome")).toList());
    assertEquals(
        "already-waited-for",
        ((Map<?, ?>) Objects.requireNonNull(ends.get(1).get("failure"))).get("code"));
    assertEquals(Map.of("s1", 2L), RandomSagaTest.books(stage));
  }

  private static Map<?, ?> output(Object text) {
    return (Map<?, ?>) Objects.requireNonNull(Json.parse(String.valueOf(text)));
  }
}
