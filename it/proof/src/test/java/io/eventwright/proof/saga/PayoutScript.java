package io.eventwright.proof.saga;

import com.example.arcade.function.HoldPotFunction;
import com.example.arcade.function.HoldTrophyFunction;
import com.example.arcade.function.PayPrizeFunction;
import com.example.arcade.function.PayoutEndFunction;
import com.example.arcade.function.ReturnPotFunction;
import com.example.arcade.function.ReturnTrophyFunction;
import com.example.arcade.function.TakePrizeBackFunction;
import io.eventwright.runtime.SystemRuntime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The sample's payout: a pot of 120.00 for two winners and a trophy, large enough to be approved.
 */
final class PayoutScript {
  static final String HOST = "p-1";
  static final String TROPHY = "golden-cup";
  static final long STOCK = 3;

  /** What everybody holds before. */
  static final Map<String, Long> BALANCES = Map.of(HOST, 20_000L, "p-7", 500L, "p-8", 100L);

  /** What the winners get. */
  static final Map<String, Long> PRIZES = Map.of("p-7", 9_000L, "p-8", 3_000L);

  private static final String EVENT =
      Functions.event(
          "payout-requested.v1",
          "payout-requested:1.0",
          "e-payout",
          """
          {"payoutId":"8b1c5a52-1f7e-4d0a-9c5b-2a6d1e7f9b03","hostId":"p-1",\
          "trophyId":"golden-cup","pot":{"amount":12000,"currency":"EUR"},\
          "winners":[{"playerId":"p-7","prize":9000},{"playerId":"p-8","prize":3000}]}""");

  private static final List<String> PLACES =
      List.of(
          "Claim event",
          "hold-pot/do",
          "hold-trophy/do",
          "approve",
          "pay-prize/0/do",
          "pay-prize/1/do",
          "tell-partners",
          "end/done",
          "pay-prize/0/undo",
          "pay-prize/1/undo",
          "hold-pot/undo",
          "hold-trophy/undo",
          "end/undone");

  private PayoutScript() {}

  /** All there is to be proved of it. */
  static SampleSaga sample() throws Exception {
    return sample("jsonata");
  }

  /** The same in one of the two languages. */
  static SampleSaga sample(String language) throws Exception {
    return new SampleSaga("payout", script(language), EVENT, PLACES, 20, PayoutLaw::check);
  }

  private static Script script(String language) throws Exception {
    Tables tables = new Tables();
    SystemRuntime runtime =
        Stage.runtime(tables, Clock.fixed(Stage.START.minusSeconds(60), ZoneOffset.UTC));
    for (Map.Entry<String, Long> wallet : BALANCES.entrySet()) {
      Functions.deposit(runtime, wallet.getKey(), wallet.getValue());
    }
    Functions.stock(runtime, TROPHY, STOCK);
    return new Script(
        Map.of("payout", Generated.definition("arcade", "payout", language)),
        Map.of(
            "HoldPotFunction", Functions.step(HoldPotFunction.class),
            "ReturnPotFunction", Functions.step(ReturnPotFunction.class),
            "HoldTrophyFunction", Functions.step(HoldTrophyFunction.class),
            "ReturnTrophyFunction", Functions.step(ReturnTrophyFunction.class),
            "PayPrizeFunction", Functions.step(PayPrizeFunction.class),
            "TakePrizeBackFunction", Functions.step(TakePrizeBackFunction.class),
            "PayoutEndFunction", Functions.end(PayoutEndFunction.class)),
        tables);
  }
}
