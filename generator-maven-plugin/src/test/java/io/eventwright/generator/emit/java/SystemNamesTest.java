package io.eventwright.generator.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.model.EventRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemNamesTest {
  private final SystemNames names = new SystemNames("arcade", "com.example.arcade");

  @ParameterizedTest
  @CsvSource({
    "wallet, Wallets",
    "inventory, Inventories",
    "stock, Stocks",
    "match, Matches",
    "tax, Taxes",
    "key, Keys",
    "score-board, ScoreBoards"
  })
  void dataAccessIsThePlural(String entity, String simpleName) {
    assertEquals(
        "com.example.arcade.entity." + simpleName, names.entityAccess(entity).canonicalName());
  }

  @Test
  void upcastersNameBothMajors() {
    EventRef old = new EventRef("deposit-received", 1);
    EventRef latest = new EventRef("deposit-received", 3);

    assertEquals(
        "com.example.arcade.upcast.DepositReceivedV1ToV3Upcaster",
        names.upcaster(old, latest).canonicalName());
    assertEquals(
        "com.example.arcade.DepositReceivedV1ToV3",
        names.usersUpcaster(old, latest).canonicalName());
  }
}
