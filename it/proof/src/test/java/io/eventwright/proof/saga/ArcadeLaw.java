package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.json.Json;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold when all is over: every execution has ended, one of them did the purchase, and the
 * books say the same as the event that tells of it.
 */
final class ArcadeLaw {
  /** How a run ended. */
  enum End {
    DONE,
    UNDONE
  }

  private ArcadeLaw() {}

  static End check(Stage stage) {
    stage.parked.forEach(ArcadeLaw::saysWhatIsParked);
    for (ExecutionView view : stage.views()) {
      assertEquals("SUCCEEDED", view.status(), () -> "an execution has no end: " + view);
    }
    List<String> outcomes = stage.views().stream().map(ArcadeLaw::outcome).toList();
    List<String> effective =
        outcomes.stream().filter(each -> !each.equals("already-started")).toList();
    assertEquals(1, effective.size(), () -> "one execution for one event: " + outcomes);
    assertTrue(
        List.of("done", "undone").contains(effective.get(0)), () -> "no such end: " + outcomes);
    End end = effective.get(0).equals("done") ? End.DONE : End.UNDONE;

    long sold = end == End.DONE ? 1 : 0;
    assertEquals(
        ArcadeScript.BALANCE - sold * ArcadeScript.PRICE,
        ArcadeScript.balance(stage.runtime),
        "money is conserved");
    assertEquals(
        ArcadeScript.STOCK - sold, ArcadeScript.stock(stage.runtime), "stock is conserved");

    List<String> told =
        stage.tables.journal.stream().filter(key -> key.startsWith("log/saga-purchase#")).toList();
    assertEquals(1, told.size(), () -> "its end is told once: " + told);
    assertEquals(
        end == End.DONE ? "purchase-completed" : "purchase-cancelled",
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
    inReverse(stage.tables.journal);
    return end;
  }

  /** A person is told all that they need. */
  private static void saysWhatIsParked(Map<String, AttributeValue> row) {
    assertEquals("e-purchase", row.get("event").s());
    String state = row.get("state").s();
    assertEquals("parked#purchase#" + row.get("execution").s() + "#" + state, row.get("pk").s());
    assertTrue(state.startsWith("Undo ") || state.startsWith("Publish "), state);
    assertTrue(row.get("caught").s().contains("\"Error\""), row.toString());
  }

  private static String outcome(ExecutionView view) {
    Map<?, ?> output = (Map<?, ?>) Json.parse(String.valueOf(view.output()));
    return String.valueOf(output == null ? null : output.get("outcome"));
  }

  /** What was taken last is given back first, each once. */
  private static void inReverse(List<String> journal) {
    List<String> effects =
        journal.stream()
            .filter(key -> key.startsWith("log/wallet#") || key.startsWith("log/inventory#"))
            .map(key -> key.substring(4, key.indexOf('#')))
            .toList();
    assertTrue(
        List.of(
                List.<String>of(),
                List.of("inventory"),
                List.of("inventory", "wallet"),
                List.of("inventory", "inventory"),
                List.of("inventory", "wallet", "wallet", "inventory"))
            .contains(effects),
        () -> "compensations run in reverse: " + effects);
  }
}
