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
  /** Instances that write at once try again; together that may take as long as some calls. */
  private static final int RACES = 3;

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final Map<String, Breaker> byName = new ConcurrentHashMap<>();
  private final Supplier<DynamoDbClient> dynamoDb;
  private final Supplier<String> table;
  private final Supplier<Duration> storeLimit;
  private final Clock clock;
  private final BiConsumer<String, RuntimeException> storeDown;

  /**
   * Breakers whose state is in the control table.
   *
   * @param storeLimit how long one call of the table may take; longer is an outage
   * @param storeDown is told the dependency and what happened, once for each outage of the store
   */
  public Breakers(
      Supplier<DynamoDbClient> dynamoDb,
      Supplier<String> table,
      Supplier<Duration> storeLimit,
      Clock clock,
      BiConsumer<String, RuntimeException> storeDown) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.storeLimit = storeLimit;
    this.clock = clock;
    this.storeDown = storeDown;
  }

  /** The breaker of a dependency. */
  public Breaker of(DependencySettings settings) {
    return byName.computeIfAbsent(settings.name(), name -> open(settings));
  }

  private Breaker open(DependencySettings settings) {
    String name = settings.name();
    Duration limit = storeLimit.get();
    return new Breaker(
        settings.breaker(),
        settings.timeout().plus(CLOCKS_DIFFER),
        new DynamoBreakerStore(dynamoDb.get(), table.get(), name, limit, clock),
        limit.multipliedBy(RACES),
        clock,
        failure -> storeDown.accept(name, failure));
  }
}
