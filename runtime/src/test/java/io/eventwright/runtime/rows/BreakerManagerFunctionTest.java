package io.eventwright.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.function.BreakerManagerFunction;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.manage.ManagedWorker;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BreakerManagerFunctionTest {
  private static final byte[] LOOK = "{\"look\":true}".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName(
      "sources that cannot be looked at fail the invocation, after all were, so that the alarm rings")
  void failsAloud() throws Exception {
    try (TestCloud cloud = new TestCloud()) {
      // No mapping is there: each look at one is an error of Lambda's API.
      SystemRuntime runtime =
          cloud.runtime(
              Clock.systemUTC(),
              Map.of("EVENTWRIGHT_EVENT_SOURCES", "settle=mapping-1 settle=mapping-2"));
      RequestStreamHandler manager =
          BreakerManagerFunction.of(
              List.of(new ManagedWorker("settle", List.of("gateway"))), runtime);
      assertEquals(List.of(), Payloads.failures(manager, LOOK), "nothing to do while all is well");

      Breaker breaker =
          runtime
              .breakers()
              .of(
                  DependencySettings.of("gateway", Duration.ofSeconds(2))
                      .withBreaker(BreakerSettings.of(50, 1, Duration.ofHours(1))));
      breaker.record(breaker.admit().orElseThrow(), false);
      IllegalStateException failed =
          assertThrows(
              IllegalStateException.class,
              () -> Payloads.invoke(manager, LOOK, TestContext.of(60_000)));
      assertEquals("2 event sources were left alone", failed.getMessage());
      assertEquals(2, failed.getSuppressed().length);
      assertTrue(cloud.lines().contains("\"Failures\":2"), cloud.lines());
    }
  }
}
