package io.eventwright.proof.saga;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.arcade.entity.Inventories;
import com.example.arcade.entity.Wallets;
import com.example.arcade.function.CreditWalletFunction;
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
import java.util.function.Function;

/** The sample's generated functions, and what they keep, on a runtime of ours. */
final class Functions {
  private Functions() {}

  /** An event of the system, as JSON. */
  static String event(String type, String schema, String id, String data) {
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
  static Function<SystemRuntime, RequestStreamHandler> step(Class<?> function) {
    WorkerDefinition<?, ?> definition = (WorkerDefinition<?, ?>) definition(function);
    return runtime -> SagaStepFunction.of(definition, runtime);
  }

  /** What tells how a saga ended. */
  static Function<SystemRuntime, RequestStreamHandler> end(Class<?> function) {
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

  /** Puts money into a wallet before the saga begins, in hundredths of a euro. */
  static void deposit(SystemRuntime runtime, String player, long amount) throws IOException {
    seed(
        step(CreditWalletFunction.class).apply(runtime),
        event(
            "deposit-received.v2",
            "deposit-received:2.0",
            "e-deposit-" + player,
            """
            {"depositId":"7d1a1c52-94f4-4e0b-8a7e-0d9e4c2b1f63","playerId":"%s",\
            "minorUnits":%d,"currency":"EUR","method":"card"}"""
                .formatted(player, amount)));
  }

  /** Puts items on the shelf before the saga begins. */
  static void stock(SystemRuntime runtime, String item, long quantity) throws IOException {
    seed(
        step(StockItemFunction.class).apply(runtime),
        event(
            "item-stocked.v1",
            "item-stocked:1.0",
            "e-stock",
            "{\"itemId\":\"%s\",\"quantity\":%d}".formatted(item, quantity)));
  }

  static long balance(SystemRuntime runtime, String player) {
    return runtime.entities(Wallets.TYPE).current(player).state().orElseThrow().balance();
  }

  static long stock(SystemRuntime runtime, String item) {
    return runtime.entities(Inventories.TYPE).current(item).state().orElseThrow().available();
  }
}
