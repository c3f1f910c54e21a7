package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.MisbehavingGateway.Mood;
import com.example.arcade.event.PurchaseCompleted;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.id.PurchaseId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.publish.Publisher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** No single point of failure: a dependency fails, hangs and recovers, and nothing is lost. */
@LocalCloudTest
class N_NoSinglePointOfFailureTest {
  private static final int PURCHASES = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String WORKER = "SettlePurchaseFunction";
  private static final Pattern METRICS =
      Pattern.compile("\"Timestamp\":(\\d+).*\"(FailurePercent|Opened)\":(\\d+)");

  @Test
  void aGatewayThatFailsThenHangsThenRecoversLosesNothing(LocalCloud cloud) throws Exception {
    try (MisbehavingGateway gateway = new MisbehavingGateway()) {
      cloud.reset();
      gateway.becomes(Mood.FAILS);
      sendPurchases(cloud);

      // Calls stop, and the source is paused.
      cloud.await(PATIENCE, () -> says(cloud, WORKER, "breaker open"));
      cloud.await(PATIENCE, () -> says(cloud, "BreakerManagerFunction", "source paused"));
      List<String> lines = cloud.log(WORKER);
      int warned = first(lines, "\"Warning\":1");
      assertTrue(warned >= 0 && warned < first(lines, "breaker open"), "the warning comes first");

      // From here on each call is a probe, and each hangs.
      gateway.becomes(Mood.HANGS);
      cloud.await(PATIENCE, () -> gateway.calls(Mood.HANGS) >= 2);
      assertTrue(
          gateway.calls(Mood.HANGS) <= transitions(cloud, "HALF_OPEN"),
          "one probe at a time: " + gateway.calls(Mood.HANGS));
      assertEquals(0, gateway.settled());

      gateway.becomes(Mood.WELL);
      cloud.await(PATIENCE, () -> gateway.settled() == PURCHASES);
      cloud.awaitIdle(PATIENCE);
      assertTrue(transitions(cloud, "CLOSED") >= 1, "it has closed again");
      assertEquals(0, cloud.depth("SettlePurchaseQueue"), "nothing is left");
      assertEquals(0, cloud.depth("SettlePurchaseDeadLetterQueue"), "nothing is given up");
      assertEquals(0, cloud.depth("QuarantineQueue"), "nothing is put aside");
      cloud.await(PATIENCE, () -> says(cloud, "BreakerManagerFunction", "source resumed"));
    }
  }

  @Test
  void inASlowFailureTheAlarmRingsBeforeTheBreakerOpens(LocalCloud cloud) throws Exception {
    cloud.reset();
    Map<String, String> alarm = alarm("PaymentGatewayDependencyFailingAlarm");
    assertEquals("FailurePercent", alarm.get("MetricName"));
    long period = Long.parseLong(alarm.get("Period")) * 1000;
    int threshold = Integer.parseInt(alarm.get("Threshold"));
    SlowClock clock = new SlowClock();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Breaker breaker = runtime(cloud, clock, lines).breakers().of(gateway());

    // A call every thirty seconds, and every second one fails, until only a probe may go.
    Breaker.Admission admission = breaker.admit().orElseThrow();
    for (int i = 0; admission.probe() == null; i++) {
      breaker.record(admission, i % 2 == 0);
      clock.now = clock.now.plusSeconds(30);
      admission = breaker.admit().orElseThrow();
    }

    long rings = Long.MAX_VALUE;
    long opens = 0;
    for (String line : lines.toString(StandardCharsets.UTF_8).split("\n")) {
      Matcher metric = METRICS.matcher(line);
      if (metric.find()) {
        long at = Long.parseLong(metric.group(1));
        int value = Integer.parseInt(metric.group(3));
        if (metric.group(2).equals("FailurePercent") && value >= threshold) {
          // CloudWatch looks at a period when it is over.
          rings = Math.min(rings, (at / period + 1) * period);
        } else if (metric.group(2).equals("Opened") && value == 1) {
          opens = at;
        }
      }
    }
    assertTrue(opens > 0, "it opens in the end");
    assertTrue(rings < opens, "the alarm rings at " + rings + ", and it opens at " + opens);
  }

  private static void sendPurchases(LocalCloud cloud) {
    Publisher publisher = new Arcade(cloud).runtime().publisher();
    try (SqsClient queues = SqsClient.create()) {
      for (int i = 0; i < PURCHASES; i++) {
        String purchase = UUID.randomUUID().toString();
        String event =
            publisher
                .prepare(
                    PurchaseCompleted.V1,
                    "purchase/" + purchase,
                    PurchaseCompletedV1.builder()
                        .purchaseId(new PurchaseId(purchase))
                        .playerId(Examples.PLAYER)
                        .itemId(Examples.ITEM)
                        .quantity(1)
                        .price(Examples.euros(1995))
                        .build())
                .detail();
        queues.sendMessage(
            send -> send.queueUrl(cloud.ref("SettlePurchaseQueue")).messageBody(event));
      }
    }
  }

  private static boolean says(LocalCloud cloud, String function, String words) {
    return first(cloud.log(function), words) >= 0;
  }

  private static int first(List<String> lines, String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i;
      }
    }
    return -1;
  }

  /** How often the breaker went to a phase, as its rows say. */
  private static int transitions(LocalCloud cloud, String phase) {
    try (DynamoDbClient tables = DynamoDbClient.create()) {
      return (int)
          tables.scan(scan -> scan.tableName(cloud.name("ControlTable"))).items().stream()
              .filter(row -> row.get("pk").s().startsWith("breaker#payment-gateway#"))
              .filter(row -> row.get("to").s().equals(phase))
              .count();
    }
  }

  private static DependencySettings gateway() {
    return DependencySettings.of("payment-gateway", Duration.ofSeconds(2))
        .withBreaker(BreakerSettings.of(50, 20, Duration.ofSeconds(30)));
  }

  private static SystemRuntime runtime(LocalCloud cloud, Clock clock, ByteArrayOutputStream lines) {
    Settings settings =
        new Settings(
            Map.of(
                    "EVENTWRIGHT_SYSTEM", "arcade",
                    "EVENTWRIGHT_CONTROL_TABLE", cloud.name("ControlTable"),
                    // However busy the machine is, the store is not down.
                    "EVENTWRIGHT_BREAKER_STORE_MILLIS", "60000")
                ::get);
    return new SystemRuntime(
        settings,
        new Clients(settings),
        clock,
        new PrintStream(lines, true, StandardCharsets.UTF_8));
  }

  /** An alarm's properties, as the template that goes to AWS has them. */
  private static Map<String, String> alarm(String id) throws Exception {
    String template = Files.readString(Path.of("target/sam/template.yaml"));
    String block = template.substring(template.indexOf("\n  " + id + ":\n"));
    return Map.of(
        "MetricName", property(block, "MetricName"),
        "Period", property(block, "Period"),
        "Threshold", property(block, "Threshold"));
  }

  private static String property(String block, String name) {
    Matcher value = Pattern.compile("\n      " + name + ": (\\S+)").matcher(block);
    assertTrue(value.find(), name);
    return value.group(1);
  }

  private static final class SlowClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
