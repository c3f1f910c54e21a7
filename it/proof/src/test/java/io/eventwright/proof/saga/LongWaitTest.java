package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A saga that takes longer than the tables remember what else has happened: what it took before it
 * is given back after it. The tables drop each row at the second that its time to live is over.
 */
class LongWaitTest {
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
        s2: { changes: account by tripId }
        undo-s2: { changes: account by tripId }
      sagas:
        trip:
          on: trip-requested@1
          steps:
            - s1: { undo: undo-s1 }
            - pause: { wait: %s }
            - s2: { undo: undo-s2 }
          done: trip-booked@1
          undone: trip-cancelled@1
      """;

  @ParameterizedTest
  @ValueSource(strings = {"31d", "300d"})
  @DisplayName("row 40: what was taken before a long wait is given back after it")
  void waitsLong(String wait) throws IOException {
    Stage stage =
        stage(wait, List.of(new Fault("s2/do", Mishap.FAILS_BEFORE, true)), Duration.ofHours(1));
    assertUndone(stage);
    assertEquals(0, stage.parked.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 59})
  @DisplayName("row 40: what could not be given back is, when a person looks at it weeks later")
  void isParkedLong(int days) throws IOException {
    Stage stage =
        stage(
            "1h",
            List.of(
                new Fault("s2/do", Mishap.FAILS_BEFORE, true),
                new Fault("s1/undo", Mishap.FAILS_BEFORE, true)),
            Duration.ofDays(days));
    assertUndone(stage);
    assertEquals(1, stage.parked.size());
  }

  private static Stage stage(String wait, List<Fault> faults, Duration patience)
      throws IOException {
    Stage stage = new Stage(RandomScript.of(SAGA.formatted(wait), "long-wait"), faults);
    stage.untilSomebodyLooks = patience;
    stage.start(new RandomSaga(1).event());
    stage.run();
    return stage;
  }

  private static void assertUndone(Stage stage) {
    Map<?, ?> output = (Map<?, ?>) Json.parse(String.valueOf(stage.views().get(0).output()));
    assertEquals("undone", output == null ? null : output.get("outcome"));
    assertEquals(Map.of(), RandomSagaTest.books(stage));
  }
}
