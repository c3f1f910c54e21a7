package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.log.LogReplay;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

class ReplayTest {
  private TestCloud live;
  private TestCloud empty;
  private DynamoDbClient dynamoDb;
  private RequestStreamHandler worker;
  private LogReplay replay;

  @BeforeEach
  void open() throws Exception {
    live = new TestCloud();
    empty = new TestCloud();
    dynamoDb = live.runtime().clients().dynamoDb();
    worker = QueueFunction.of(Sample.creditWallet(), live.runtime());
    replay = new LogReplay(dynamoDb, log(live), log(empty));
    for (int i = 1; i <= 12; i++) {
      handle(i);
    }
  }

  @AfterEach
  void close() {
    live.close();
    empty.close();
  }

  private static String log(TestCloud cloud) {
    return cloud.runtime().settings().logTable();
  }

  @Test
  @DisplayName(
      "row 38: a log replayed into an empty table gives the same state, and publishes nothing")
  void intoAnEmptyTable() {
    assertEquals(new LogReplay.Progress(3, 12), replay.run());
    assertTrue(replay.compare().equal());
    assertEquals(new LogReplay.Progress(3, 0), replay.run(), "nothing is written twice");

    ScanResponse rows = dynamoDb.scan(scan -> scan.tableName(log(empty)));
    assertEquals(12, rows.count());
    assertTrue(rows.items().stream().anyMatch(row -> row.containsKey("events")));
    assertTrue(
        rows.items().stream().noneMatch(row -> row.containsKey("outbox")),
        "the sweeper must not find a copy");
    assertEquals(0, dynamoDb.scan(scan -> scan.tableName(log(empty)).indexName("outbox")).count());
  }

  @Test
  @DisplayName("row 38: while live traffic runs, replay catches up and the states are equal")
  void whileLiveTrafficRuns() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> traffic =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 13; i <= 60; i++) {
                handle(i);
              }
              ended.set(true);
            });
    while (!ended.get()) {
      replay.run();
      assertTrue(replay.compare().equal(), "at every moment, up to where it has come");
    }
    traffic.join();
    replay.run();
    assertEquals(new LogReplay.Progress(3, 0), replay.run());
    assertTrue(replay.compare().equal());
    // All but the one of 13, which the sample refuses.
    assertEquals(59, dynamoDb.scan(scan -> scan.tableName(log(empty))).count());
  }

  private void handle(int number) {
    try {
      // A slow machine may run out of an invocation's time; the queue would deliver again.
      while (!failures(worker, batch(deposit("e-" + number, "p-" + number % 3, number)))
          .isEmpty()) {
        Thread.onSpinWait();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("row 39: replay stops at a row that was changed, and names it")
  void changed() {
    dynamoDb.updateItem(
        request ->
            request
                .tableName(log(live))
                .key(key(2))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", "state"))
                .expressionAttributeValues(
                    Map.of(":v", AttributeValue.fromS("{\"balance\":1000000}"))));
    LogReplay.Broken broken = assertThrows(LogReplay.Broken.class, replay::run);
    assertEquals(
        "wallet#p-1 version 2 has a hash that is not that of its content", broken.getMessage());
  }

  @Test
  @DisplayName("row 39: replay stops at a row that is missing, and names it")
  void missing() {
    dynamoDb.deleteItem(request -> request.tableName(log(live)).key(key(3)));
    LogReplay.Broken broken = assertThrows(LogReplay.Broken.class, replay::run);
    assertEquals("wallet#p-1 version 3 is missing", broken.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"4, hash, 00", "4, state, {}", "2, state, {}"})
  @DisplayName("row 38: a copy of which anything was changed is not equal")
  void aCopyThatWasChanged(int version, String attribute, String value) {
    replay.run();
    dynamoDb.updateItem(
        request ->
            request
                .tableName(log(empty))
                .key(key(version))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
    assertFalse(replay.compare().equal());
  }

  @Test
  @DisplayName("row 38: a copy that lacks an entity, or a version, says so")
  void aCopyThatLacksSomething() {
    assertEquals(3, replay.compare().behind(), "nothing is there yet");
    replay.run();
    assertTrue(replay.compare().complete());
    dynamoDb.deleteItem(request -> request.tableName(log(empty)).key(key(4)));
    assertEquals(1, replay.compare().behind());
    dynamoDb.deleteItem(request -> request.tableName(log(empty)).key(key(2)));
    assertFalse(replay.compare().equal(), "a gap is no copy");
  }

  @Test
  void aLogIsNotReplayedIntoItself() {
    assertThrows(
        IllegalArgumentException.class, () -> new LogReplay(dynamoDb, log(live), log(live)));
  }

  private static Map<String, AttributeValue> key(int version) {
    return Map.of(
        "pk", AttributeValue.fromS("wallet#p-1"),
        "sk", AttributeValue.fromS("v000000000000000000" + version));
  }
}
