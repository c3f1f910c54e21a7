package io.eventwright.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.breaker.Breaker.Admission;
import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.TestCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the breaker's window knows of time: half of 20 calls open it. */
class BreakerWindowTest {
  private static final int INSTANCES = 50;
  private static final int WINDOW = 20;
  private final MovedClock clock = new MovedClock();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private Breaker instance() {
    return new Breakers(
            () -> cloud.runtime().clients().dynamoDb(),
            () -> cloud.runtime().settings().controlTable(),
            () -> Duration.ofMinutes(1),
            UnaryOperator.identity(),
            clock,
            (dependency, failure) -> {
              throw failure;
            })
        .of(
            DependencySettings.of("gateway", Duration.ofSeconds(2))
                .withBreaker(BreakerSettings.of(50, WINDOW, Duration.ofSeconds(30))));
  }

  /** Whether a call may be made, which then fails. */
  private static boolean fails(Breaker breaker) {
    List<Admission> admission = breaker.admit().stream().toList();
    admission.forEach(each -> breaker.record(each, false));
    return !admission.isEmpty();
  }

  @Test
  @DisplayName("a blip a day is no outage: what is older than a quarter of an hour is forgotten")
  void blips() {
    for (int day = 0; day < 30; day++) {
      // Instances come and go, and take with them what went well.
      Breaker breaker = instance();
      Admission admission = breaker.admit().orElseThrow();
      assertNull(admission.probe(), "it has never opened, day " + day);
      breaker.record(admission, false);
      clock.move(Duration.ofDays(1));
    }
  }

  @Test
  @DisplayName("ten failures within a quarter of an hour open it, however slowly they come")
  void slowly() {
    for (int failure = 0; failure < 10; failure++) {
      clock.move(Duration.ofSeconds(90));
      assertTrue(fails(instance()), "failure " + failure);
    }
    assertTrue(instance().admit().isEmpty());
  }

  @Test
  @DisplayName("an instance that tells its old successes late pushes nobody's failures out")
  void warmInstances() {
    List<Breaker> warm = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      Breaker breaker = instance();
      for (int call = 0; call < WINDOW; call++) {
        breaker.record(breaker.admit().orElseThrow(), true);
      }
      warm.add(breaker);
    }
    clock.move(Duration.ofSeconds(2));
    int failures = 0;
    for (Breaker breaker : warm) {
      failures += fails(breaker) ? 1 : 0;
    }
    assertEquals(10, failures, "half of the window, and then no call is made any more");
  }

  @Test
  @DisplayName("a row that an older release has written is read")
  void oldRow() {
    Breaker breaker = instance();
    assertTrue(fails(breaker));
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .updateItem(
            update ->
                update
                    .tableName(cloud.runtime().settings().controlTable())
                    .key(Map.of("pk", text("breaker#gateway")))
                    .updateExpression("SET outcomes = :old")
                    .expressionAttributeValues(Map.of(":old", text("SSFFFFFFFFF"))));
    assertTrue(fails(instance()));
    assertTrue(instance().admit().isPresent(), "it says no time, and is forgotten");
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
