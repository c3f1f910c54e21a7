package io.eventwright.proof.saga;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.arcade.entity.Inventories;
import com.example.arcade.entity.Wallets;
import com.example.arcade.function.ChargeWalletFunction;
import com.example.arcade.function.CreditWalletFunction;
import com.example.arcade.function.PurchaseEndFunction;
import com.example.arcade.function.RefundWalletFunction;
import com.example.arcade.function.ReleaseItemFunction;
import com.example.arcade.function.ReserveItemFunction;
import com.example.arcade.function.StockItemFunction;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.SagaEndFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.saga.SagaDefinition;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sample's purchase: a wallet of 50.00, five pieces in stock, one of them asked for. */
final class ArcadeScript {
  static final long BALANCE = 5000;
  static final long STOCK = 5;
  static final long PRICE = 1995;
  static final String PLAYER = "p-7";
  static final String ITEM = "golden-joystick";

  static final String EVENT =
      event(
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

  private ArcadeScript() {}

  static Script script() throws Exception {
    Tables tables = new Tables();
    SystemRuntime runtime =
        Stage.runtime(tables, Clock.fixed(Stage.START.minusSeconds(60), ZoneOffset.UTC));
    seed(
        step(CreditWalletFunction.class).apply(runtime),
        event(
            "deposit-received.v2",
            "deposit-received:2.0",
            "e-deposit",
            """
            {"depositId":"7d1a1c52-94f4-4e0b-8a7e-0d9e4c2b1f63","playerId":"p-7",\
            "minorUnits":5000,"currency":"EUR","method":"card"}"""));
    seed(
        step(StockItemFunction.class).apply(runtime),
        event(
            "item-stocked.v1",
            "item-stocked:1.0",
            "e-stock",
            """
            {"itemId":"golden-joystick","quantity":5}"""));
    return new Script(
        Map.of("purchase", Generated.definition("arcade", "purchase")),
        Map.of(
            "ReserveItemFunction", step(ReserveItemFunction.class),
            "ReleaseItemFunction", step(ReleaseItemFunction.class),
            "ChargeWalletFunction", step(ChargeWalletFunction.class),
            "RefundWalletFunction", step(RefundWalletFunction.class),
            "PurchaseEndFunction", end(PurchaseEndFunction.class)),
        tables);
  }

  private static String event(String type, String schema, String id, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"arcade","type":"%s","subject":"player/p-7",\
        "time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",\
        "dataschema":"urn:eventwright:arcade:%s","data":%s}"""
        .formatted(id, type, schema, data);
  }

  private static void seed(RequestStreamHandler worker, String event) throws IOException {
    String input =
        """
        {"saga":"seed","execution":"x-0","step":"%s","direction":"do","event":%s}"""
            .formatted(Integer.toHexString(event.hashCode()), event);
    worker.handleRequest(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        new Patience());
  }

  /**
   * A generated function as a step, on a runtime of ours: a function of its own takes it from the
   * environment.
   */
  private static Function<SystemRuntime, RequestStreamHandler> step(Class<?> function) {
    WorkerDefinition<?, ?> definition = (WorkerDefinition<?, ?>) definition(function);
    return runtime -> SagaStepFunction.of(definition, runtime);
  }

  private static Function<SystemRuntime, RequestStreamHandler> end(Class<?> function) {
    SagaDefinition<?> definition = (SagaDefinition<?>) definition(function);
    return runtime -> SagaEndFunction.of(definition, runtime);
  }

  private static Object definition(Class<?> function) {
    try {
      Field field = function.getDeclaredField("DEFINITION");
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function + " has another shape", e);
    }
  }

  static long balance(SystemRuntime runtime) {
    return runtime.entities(Wallets.TYPE).current(PLAYER).state().orElseThrow().balance();
  }

  static long stock(SystemRuntime runtime) {
    return runtime.entities(Inventories.TYPE).current(ITEM).state().orElseThrow().available();
  }
}
