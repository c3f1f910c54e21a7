package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold when a payout is over: all winners have their prizes and the host has paid them,
 * or everybody has what they had; and the partners were told of the one, and not of the other.
 */
final class PayoutLaw {
  private PayoutLaw() {}

  static End check(Stage stage) {
    stage.parked.forEach(PayoutLaw::saysWhatIsParked);
    End end = End.of(stage);
    boolean paid = end == End.DONE;
    Map<String, Long> expected = new TreeMap<>(PayoutScript.BALANCES);
    if (paid) {
      PayoutScript.PRIZES.forEach(
          (winner, prize) -> {
            expected.merge(winner, prize, Long::sum);
            expected.merge(PayoutScript.HOST, -prize, Long::sum);
          });
    }
    Map<String, Long> held = new TreeMap<>();
    PayoutScript.BALANCES
        .keySet()
        .forEach(player -> held.put(player, Functions.balance(stage.runtime, player)));
    assertEquals(expected, held, "money is conserved");
    assertEquals(
        PayoutScript.STOCK - (paid ? 1 : 0),
        Functions.stock(stage.runtime, PayoutScript.TROPHY),
        "trophies are conserved");
    assertEquals(paid ? 1 : 0, stage.effects.size(), () -> "partners are told: " + stage.effects);
    end.isTold(stage, "payout");
    if (!paid) {
      prizesFirst(stage.tables.journal);
    }
    return end;
  }

  private static void saysWhatIsParked(Map<String, AttributeValue> row) {
    assertEquals("e-payout", row.get("event").s());
    String key = row.get("pk").s();
    assertTrue(key.startsWith("parked#payout#" + row.get("execution").s() + "#"), key);
    assertTrue(row.get("caught").s().contains("\"Error\""), row.toString());
  }

  /** What was paid from the pot is back before the pot is given back. */
  private static void prizesFirst(List<String> journal) {
    List<String> wallets = journal.stream().filter(key -> key.startsWith("log/wallet#")).toList();
    List<String> host =
        wallets.stream().filter(key -> key.contains("#" + PayoutScript.HOST + "/")).toList();
    assertTrue(host.isEmpty() || host.size() == 2, () -> "held and given back: " + wallets);
    if (host.size() == 2) {
      assertEquals(host.get(1), wallets.get(wallets.size() - 1), () -> "pot last: " + wallets);
    }
  }
}
