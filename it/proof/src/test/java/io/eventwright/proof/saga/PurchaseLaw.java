package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold when all is over: every execution has ended, one of them did the purchase, and the
 * books say the same as the event that tells of it.
 */
final class PurchaseLaw {
  private PurchaseLaw() {}

  static End check(Stage stage) {
    stage.parked.forEach(PurchaseLaw::saysWhatIsParked);
    return balanced(stage, End.of(stage));
  }

  /** The books, when it is known how it ended. */
  static End balanced(Stage stage, End end) {
    long sold = end == End.DONE ? 1 : 0;
    assertEquals(
        PurchaseScript.BALANCE - sold * PurchaseScript.PRICE,
        Functions.balance(stage.runtime, PurchaseScript.PLAYER),
        "money is conserved");
    assertEquals(
        PurchaseScript.STOCK - sold,
        Functions.stock(stage.runtime, PurchaseScript.ITEM),
        "stock is conserved");

    end.isTold(stage, "purchase");
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
