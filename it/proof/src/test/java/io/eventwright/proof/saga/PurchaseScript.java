package io.eventwright.proof.saga;

import com.example.arcade.function.ChargeWalletFunction;
import com.example.arcade.function.PurchaseEndFunction;
import com.example.arcade.function.RefundWalletFunction;
import com.example.arcade.function.ReleaseItemFunction;
import com.example.arcade.function.ReserveItemFunction;
import io.eventwright.runtime.SystemRuntime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The sample's purchase: a wallet of 50.00, five pieces in stock, one of them asked for. */
final class PurchaseScript {
  static final long BALANCE = 5000;
  static final long STOCK = 5;
  static final long PRICE = 1995;
  static final String PLAYER = "p-7";
  static final String ITEM = "golden-joystick";

  static final String EVENT =
      Functions.event(
          "purchase-requested.v1",
          "purchase-requested:1.0",
          "e-purchase",
          """
          {"purchaseId":"4f6c0f0a-3b1e-4a53-9c55-6a2d1a7b9e01","playerId":"p-7",\
          "itemId":"golden-joystick","quantity":1,"price":{"amount":1995,"currency":"EUR"}}""");

  /** Where something can go wrong, in the order of the saga. */
  static final List<String> PLACES =
      List.of(
          "Claim event",
          "reserve-item/do",
          "charge-wallet/do",
          "end/done",
          "charge-wallet/undo",
          "reserve-item/undo",
          "end/undone");

  private PurchaseScript() {}

  /** All there is to be proved of it. */
  static SampleSaga sample() throws Exception {
    return sample("jsonata");
  }

  /** The same in one of the two languages. */
  static SampleSaga sample(String language) throws Exception {
    return new SampleSaga(
        "purchase",
        script(Generated.definition("arcade", "purchase", language)),
        EVENT,
        PLACES,
        1,
        PurchaseLaw::check);
  }

  /** The functions behind a definition. */
  static Script script(String definition) throws Exception {
    Tables tables = new Tables();
    SystemRuntime runtime =
        Stage.runtime(tables, Clock.fixed(Stage.START.minusSeconds(60), ZoneOffset.UTC));
    Functions.deposit(runtime, PLAYER, BALANCE);
    Functions.stock(runtime, ITEM, STOCK);
    return new Script(
        Map.of("purchase", definition),
        Map.of(
            "ReserveItemFunction", Functions.step(ReserveItemFunction.class),
            "ReleaseItemFunction", Functions.step(ReleaseItemFunction.class),
            "ChargeWalletFunction", Functions.step(ChargeWalletFunction.class),
            "RefundWalletFunction", Functions.step(RefundWalletFunction.class),
            "PurchaseEndFunction", Functions.end(PurchaseEndFunction.class)),
        tables);
  }
}
