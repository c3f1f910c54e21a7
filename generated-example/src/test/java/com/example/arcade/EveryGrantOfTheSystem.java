package com.example.arcade;

import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.projection.Generation;
import io.eventwright.runtime.projection.Layout;
import io.eventwright.runtime.projection.LayoutTable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Has the system's own functions do what they have a reason to do, and once in a year. */
final class EveryGrantOfTheSystem {
  private final LocalCloud cloud;

  EveryGrantOfTheSystem(LocalCloud cloud) {
    this.cloud = cloud;
  }

  /** Heads of the log, and what the stream has missed: the first sweep and a later one. */
  void ofSchedules() {
    cloud.runSchedule("AnchorFunctionDaily");
    for (int i = 0; i < 2; i++) {
      cloud.runSchedule("RelayFunctionSweep");
      cloud.awaitIdle(EveryGrant.PATIENCE);
    }
  }

  /** An event that the bus will never take, whatever it is. */
  void ofTheRelay() {
    // One entry for each: what is asked of the bus here is one event at a time.
    String refusal =
        "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"MalformedDetail\",\"ErrorMessage\":\"-\"}]}";
    Interceptor.Placed placed =
        cloud.intercept(
            (call, proceed) ->
                call.operation().equals("PutEvents")
                        && call.caller().equals(cloud.accessKeyId("RelayFunction"))
                    ? Interceptor.Reply.given(refusal)
                    : proceed.get());
    try {
      RoutesTest.post(cloud, EveryGrant.PLAYER, "zero-trust-too", RoutesTest.body("robot"));
      cloud.awaitIdle(EveryGrant.PATIENCE);
    } finally {
      placed.close();
    }
  }

  /** Rows of a release that did not sort them yet are live until they are built anew. */
  void ofTheReleaseBefore() {
    try (DynamoDbClient tables = DynamoDbClient.create()) {
      LayoutTable layouts = new LayoutTable(tables, cloud.name("ControlTable"));
      Layout now = layouts.read("leaderboard").orElse(null);
      Layout before = new Layout(new Generation(1, 1, null), null, null, 1);
      layouts.change("leaderboard", now, before);
      // An instance knows which rows are live for a few seconds.
      cloud.await(
          EveryGrant.PATIENCE,
          () -> {
            RoutesTest.get(cloud, "/seasons/2026-autumn/leaderboard", EveryGrant.PLAYER, Map.of());
            return cloud.permissionsUsed().stream()
                .anyMatch(
                    line ->
                        line.startsWith(
                            "GetSeasonsSeasonLeaderboardFunction ReadRows dynamodb:Query "));
          });
    }
  }

  /** The breaker opened five minutes ago, and a probe has failed just now; then one succeeds. */
  void ofAnOutage() {
    Clock now = Clock.systemUTC();
    fail(Clock.offset(now, Duration.ofMinutes(-5)), 20);
    fail(now, 1);
    look("source paused");
    Breaker breaker = breaker(Clock.offset(now, Duration.ofMinutes(1)));
    breaker.record(breaker.admit().orElseThrow(), true);
    look("source resumed");
    cloud.awaitIdle(EveryGrant.PATIENCE);
  }

  /** A mapping that is on its way from one state to the other takes no order. */
  private void look(String until) {
    long said = managerSays(until);
    cloud.await(
        EveryGrant.PATIENCE,
        () -> {
          cloud.runSchedule("BreakerManagerFunctionLook");
          return managerSays(until) > said;
        });
  }

  private long managerSays(String words) {
    return cloud.log("BreakerManagerFunction").stream()
        .filter(line -> line.contains(words))
        .count();
  }

  private void fail(Clock clock, int times) {
    Breaker breaker = breaker(clock);
    for (int i = 0; i < times; i++) {
      breaker.admit().ifPresent(admission -> breaker.record(admission, false));
    }
  }

  private Breaker breaker(Clock clock) {
    Settings settings =
        new Settings(
            Map.of(
                    "EVENTWRIGHT_SYSTEM", "arcade",
                    "EVENTWRIGHT_CONTROL_TABLE", cloud.name("ControlTable"),
                    // However busy the machine is, the store is not down.
                    "EVENTWRIGHT_BREAKER_STORE_MILLIS", "60000")
                ::get);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new SystemRuntime(settings, new Clients(settings), clock, nowhere)
        .breakers()
        .of(
            DependencySettings.of("payment-gateway", Duration.ofSeconds(2))
                .withBreaker(BreakerSettings.of(50, 20, Duration.ofSeconds(30))));
  }
}
