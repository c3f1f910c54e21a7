package io.eventwright.runtime.breaker;

import io.eventwright.runtime.guard.DependencySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An instance's breakers, one for each dependency. Safe under many threads. */
public final class Breakers {
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final Map<String, Breaker> byName = new ConcurrentHashMap<>();
  private final Supplier<DynamoDbClient> dynamoDb;
  private final Supplier<String> table;
  private final Clock clock;
  private final BiConsumer<String, RuntimeException> storeDown;

  /**
   * Breakers whose state is in the control table.
   *
   * @param storeDown is told the dependency and what happened, once for each outage of the store
   */
  public Breakers(
      Supplier<DynamoDbClient> dynamoDb,
      Supplier<String> table,
      Clock clock,
      BiConsumer<String, RuntimeException> storeDown) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
    this.storeDown = storeDown;
  }

  /** The breaker of a dependency. */
  public Breaker of(DependencySettings settings) {
    return byName.computeIfAbsent(settings.name(), name -> open(settings));
  }

  private Breaker open(DependencySettings settings) {
    String name = settings.name();
    return new Breaker(
        settings.breaker(),
        settings.timeout().plus(CLOCKS_DIFFER),
        new DynamoBreakerStore(dynamoDb.get(), table.get(), name, clock),
        clock,
        failure -> storeDown.accept(name, failure));
  }
}
