package io.eventwright.runtime.secret;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The secrets that one instance has read. Safe under many threads. */
public final class Secrets {
  private final Supplier<SecretStore> store;
  private final Function<String, @Nullable String> variables;
  private final Clock clock;
  private final Map<String, Secret> known = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param store opened when one is first read
   * @param variables the function's environment: {@code EVENTWRIGHT_SECRET_PAYMENT_GATEWAY} is the
   *     ARN of payment-gateway's
   */
  public Secrets(
      Supplier<SecretStore> store, Function<String, @Nullable String> variables, Clock clock) {
    this.store = store;
    this.variables = variables;
    this.clock = clock;
  }

  /**
   * A dependency's.
   *
   * @throws IllegalArgumentException when the worker uses no such dependency, or it has no secret
   */
  public Secret of(String dependency) {
    return known.computeIfAbsent(
        dependency,
        name -> {
          String reference =
              variables.apply(
                  "EVENTWRIGHT_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
          if (reference == null || reference.isEmpty()) {
            throw new IllegalArgumentException("no secret of " + name + " is declared");
          }
          return new Secret(name, () -> store.get().read(reference), clock);
        });
  }
}
