package io.eventwright.runtime.breaker;

import io.eventwright.runtime.guard.DependencySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
  private final UnaryOperator<Duration> wait;
  private final Clock clock;
  private final BreakerWatch watch;

  /**
   * Breakers whose state is in the control table.
   *
   * @param storeLimit how long one call of the table may take; longer is an outage
   * @param wait how long a breaker that should stay open for a time does so here
   * @param watch is told what happens
   */
  public Breakers(
      Supplier<DynamoDbClient> dynamoDb,
      Supplier<String> table,
      Supplier<Duration> storeLimit,
      UnaryOperator<Duration> wait,
      Clock clock,
      BreakerWatch watch) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.storeLimit = storeLimit;
    this.wait = wait;
    this.clock = clock;
    this.watch = watch;
  }

  /** The breaker of a dependency. */
  public Breaker of(DependencySettings settings) {
    return byName.computeIfAbsent(settings.name(), name -> open(settings));
  }

  /** How a dependency's breaker stands, from the table. */
  public BreakerView view(String dependency) {
    return BreakerView.of(store(dependency).read());
  }

  private Breaker open(DependencySettings settings) {
    Duration limit = storeLimit.get();
    return new Breaker(
        settings.name(),
        settings.breaker().staying(wait.apply(settings.breaker().open())),
        settings.timeout().plus(CLOCKS_DIFFER),
        store(settings.name()),
        limit.multipliedBy(RACES),
        clock,
        watch);
  }

  private DynamoBreakerStore store(String dependency) {
    return new DynamoBreakerStore(dynamoDb.get(), table.get(), dependency, storeLimit.get(), clock);
  }
}
