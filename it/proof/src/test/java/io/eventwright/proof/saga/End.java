package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.json.Json;
import java.util.List;
import java.util.Map;

/** How a run of a sample's saga ended. */
enum End {
  DONE("done", "completed"),
  UNDONE("undone", "cancelled");

  private final String outcome;
  private final String event;

  End(String outcome, String event) {
    this.outcome = outcome;
    this.event = event;
  }

  /** Every execution has ended, and one of them did what the event asks for. */
  static End of(Stage stage) {
    for (ExecutionView view : stage.views()) {
      assertEquals("SUCCEEDED", view.status(), () -> "an execution has no end: " + view);
    }
    List<String> outcomes = stage.views().stream().map(End::outcome).toList();
    List<String> effective =
        outcomes.stream().filter(each -> !each.equals("already-started")).toList();
    assertEquals(1, effective.size(), () -> "one execution for one event: " + outcomes);
    assertTrue(
        List.of(DONE.outcome, UNDONE.outcome).contains(effective.get(0)),
        () -> "no such end: " + outcomes);
    return effective.get(0).equals(DONE.outcome) ? DONE : UNDONE;
  }

  /**
   * What the executions of an express saga came to, but those that gave up and those that were
   * late.
   */
  static List<String> outcomes(Stage stage) {
    return stage.views().stream()
        .filter(view -> view.status().equals("SUCCEEDED"))
        .map(End::outcome)
        .filter(each -> !each.equals("already-ended"))
        .toList();
  }

  private static String outcome(ExecutionView view) {
    Map<?, ?> output = (Map<?, ?>) Json.parse(String.valueOf(view.output()));
    return String.valueOf(output == null ? null : output.get("outcome"));
  }

  /** One event tells of it, and it is the right one. */
  void isTold(Stage stage, String saga) {
    List<String> told =
        stage.tables.journal.stream()
            .filter(key -> key.startsWith("log/saga-" + saga + "#"))
            .toList();
    assertEquals(1, told.size(), () -> "its end is told once: " + told);
    assertEquals(
        saga + "-" + event,
        stage
            .runtime
            .log()
            .latest(told.get(0).split("/")[1])
            .orElseThrow()
            .events()
            .get(0)
            .envelope()
            .type()
            .replaceFirst("\\.v.*", ""));
  }
}
