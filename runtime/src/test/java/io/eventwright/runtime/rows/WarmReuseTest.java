package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WarmReuseTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private String linesOf(RequestStreamHandler worker, String body) throws Exception {
    int before = cloud.lines().length();
    assertEquals(List.of(), failures(worker, batch(body)));
    return cloud.lines().substring(before);
  }

  @Test
  @DisplayName("row 44: an instance that is used again says and counts nothing of the time before")
  void nothingLeaks() throws Exception {
    RequestStreamHandler worker = QueueFunction.of(Sample.creditWallet(), cloud.runtime());
    String first = linesOf(worker, deposit("e-1", "p-1", 5));
    assertTrue(first.contains("journey-1") && first.contains("traceparent"), first);

    String rejected = linesOf(worker, "{");
    assertFalse(rejected.contains("journey-1"), rejected);
    assertFalse(rejected.contains("traceparent"), rejected);
    assertFalse(rejected.contains("e-1"), rejected);
    assertTrue(rejected.contains("\"Received\":1"), rejected);
    assertFalse(rejected.contains("\"Applied\""), rejected);

    String third = linesOf(worker, deposit("e-2", "p-2", 7));
    assertTrue(third.contains("\"Applied\":1") && third.contains("\"Received\":1"), third);
    assertFalse(third.contains("Quarantined"), third);
    assertTrue(third.contains("\"Name\":\"Latency\",\"Unit\":\"Milliseconds\""), third);
    assertTrue(third.matches("(?s).*\"Latency\":\\[\\d+].*"), third);
  }

  /** Does not listen to anybody until it is let go. */
  private static void stubborn(CountDownLatch letGo) {
    boolean done = false;
    while (!done) {
      try {
        letGo.await();
        done = true;
      } catch (InterruptedException e) {
        // That it was given up does not concern it.
        continue;
      }
    }
  }

  private List<Map<String, AttributeValue>> control() {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .scan(scan -> scan.tableName(cloud.runtime().settings().controlTable()))
        .items();
  }

  @Test
  @DisplayName("row 44: a call that an invocation has given up changes nothing of the next one")
  void leftThread() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .emits(Sample.CREDITED)
                .using(DependencySettings.of("gateway", Duration.ofSeconds(6)).withAttempts(1))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      dependencies
                          .named("gateway")
                          .call(
                              () -> {
                                if (event.data().amount() == 1) {
                                  stubborn(letGo);
                                  ended.countDown();
                                }
                                return "paid";
                              });
                      return Decision.publish(new Emission<>(Sample.CREDITED, event.data()));
                    }),
            cloud.runtime());
    assertEquals(List.of("m-0"), failures(worker, batch(deposit("e-1", "p-1", 1))));
    String second = linesOf(worker, deposit("e-2", "p-2", 7));
    assertTrue(second.contains("\"outcome\":\"applied\""), second);
    assertFalse(second.contains("e-1"), second);

    String lines = cloud.lines();
    List<Map<String, AttributeValue>> before = control();
    letGo.countDown();
    assertTrue(ended.await(60, TimeUnit.SECONDS), "it goes on by now, and ends");
    String third = linesOf(worker, deposit("e-3", "p-3", 7));
    assertFalse(third.contains("e-1"), third);
    assertEquals(lines + third, cloud.lines(), "the late call says nothing");
    assertEquals(rowsOf(before, "e-1"), rowsOf(control(), "e-1"), "its lease is as it was");
    assertTrue(
        cloud.runtime().log().latest("worker-settle#arcade/e-1").isEmpty(), "nothing is decided");
  }

  private static List<Map<String, AttributeValue>> rowsOf(
      List<Map<String, AttributeValue>> rows, String event) {
    return rows.stream().filter(row -> row.get("pk").s().contains(event)).toList();
  }
}
