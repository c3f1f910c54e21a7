package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.rebuild.Fed;
import io.eventwright.runtime.rebuild.Rebuild;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.ScoreEvents;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A read model is built anew while events go on coming, doubled and in any order, to instances of
 * which each knows a layout for up to five seconds of a clock that the test moves.
 */
class ProjectionRebuildTest {
  private static final List<String> KEYS = List.of("p-1", "p-2", "p-3");

  private TestCloud cloud;
  private ScoreEvents log;
  private Random random;
  private long nanos;
  private final List<RequestStreamHandler> instances = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final Map<String, Map<String, Long>> expected = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private int killIn = -1;

  /** An operator's process ends in the middle. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    log = new ScoreEvents(dynamoDb(), cloud.runtime().settings().logTable());
    random = new Random(1);
    release(Sample.HISTORY.sharded(2), 1);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private DynamoDbClient dynamoDb() {
    return cloud.runtime().clients().dynamoDb();
  }

  /** New instances of a release, whose rows say that many times what the event says. */
  private void release(ProjectionType<Amount> type, long times) {
    instances.clear();
    for (int i = 0; i < 3; i++) {
      instances.add(
          ProjectionFunction.of(
              ProjectionDefinition.of(type)
                  .from(
                      Sample.CREDITED,
                      event -> event.data().player(),
                      event -> new Amount(event.data().player(), event.data().amount() * times))
                  .build(),
              cloud.runtime(() -> nanos)));
    }
  }

  private RequestStreamHandler instance() {
    return instances.get(random.nextInt(instances.size()));
  }

  /** Something happens: mostly an event is committed or comes, some come twice. */
  private void live() {
    if (random.nextInt(3) == 0 || pending.isEmpty()) {
      String wallet = "w" + random.nextInt(8);
      String key = KEYS.get(random.nextInt(KEYS.size()));
      long amount = random.nextInt(1000);
      String event = bridged(log.commit(wallet, key, amount));
      expected.computeIfAbsent(key, each -> new TreeMap<>()).put("wallet/" + wallet, amount);
      pending.add(event);
      if (random.nextInt(3) == 0) {
        pending.add(event);
      }
    } else {
      deliver(pending.remove(random.nextInt(pending.size())));
    }
  }

  private void deliver(String event) {
    try {
      assertEquals(List.of(), failures(instance(), batch(event)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void busy(int steps) {
    for (int i = 0; i < steps; i++) {
      live();
      nanos += TimeUnit.MILLISECONDS.toNanos(random.nextInt(400));
    }
  }

  /** As long as an instance may not have heard, and no longer. */
  private void pause() {
    maybeKilled();
    long until = nanos + TimeUnit.SECONDS.toNanos(5);
    while (nanos < until) {
      busy(1);
    }
    nanos = Math.max(nanos, until);
  }

  private Fed feed(long generation, List<String> events) {
    maybeKilled();
    busy(3);
    try {
      return Fed.of(
          Payloads.invoke(
              instance(),
              Fed.call(generation, events).getBytes(StandardCharsets.UTF_8),
              TestContext.of(60_000)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void maybeKilled() {
    if (killIn >= 0 && killIn-- == 0) {
      throw new Killed();
    }
  }

  private Rebuild rebuild() {
    return new Rebuild(
        "history",
        layouts(),
        dynamoDb(),
        cloud.runtime().settings().logTable(),
        cloud.runtime().settings().viewsTable(),
        this::feed,
        this::pause,
        told::add);
  }

  private LayoutTable layouts() {
    return new LayoutTable(dynamoDb(), cloud.runtime().settings().controlTable());
  }

  private Map<String, Map<String, Long>> rows() {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    for (String key : KEYS) {
      String next = null;
      do {
        Page<ProjectionRow<Amount>> page =
            cloud.runtime().projection(Sample.HISTORY).rows(key, next, 3);
        page.items()
            .forEach(
                row ->
                    rows.computeIfAbsent(key, each -> new TreeMap<>())
                        .put(row.subject(), row.row().amount()));
        next = page.next();
      } while (next != null);
    }
    return rows;
  }

  private List<Map<String, AttributeValue>> stored() {
    return dynamoDb().scan(scan -> scan.tableName(cloud.runtime().settings().viewsTable())).items();
  }

  private void deliverAll() {
    while (!pending.isEmpty()) {
      deliver(pending.remove(random.nextInt(pending.size())));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  @DisplayName("rebuilt under live traffic, killed and begun again: the fold of all events")
  void underTraffic(int seed) {
    random = new Random(seed);
    busy(60);
    if (seed % 2 == 0) {
      release(Sample.HISTORY.sharded(3), 1);
    }
    Rebuild.Outcome outcome = null;
    for (int runs = 0; outcome == null; runs++) {
      killIn = runs < 4 ? random.nextInt(6) : -1;
      try {
        outcome = rebuild().run(random.nextInt(4) == 0, false);
      } catch (Killed e) {
        busy(5);
      }
    }

    assertTrue(outcome.switched(), told::toString);
    assertTrue(outcome.comparison().equal());
    assertEquals(List.of(), outcome.rejected());
    deliverAll();
    assertEquals(expected, rows());
    assertEquals(
        expected.values().stream().mapToInt(Map::size).sum(), stored().size(), "nothing is left");
  }

  @Test
  @DisplayName("rows that were lost come back; a projection that is new is filled from the log")
  void lost() {
    for (int i = 0; i < 40; i++) {
      live();
    }
    deliverAll();
    stored()
        .forEach(
            row ->
                dynamoDb()
                    .deleteItem(
                        delete ->
                            delete
                                .tableName(cloud.runtime().settings().viewsTable())
                                .key(Map.of("pk", row.get("pk"), "sk", row.get("sk")))));
    dynamoDb()
        .deleteItem(
            delete ->
                delete
                    .tableName(cloud.runtime().settings().controlTable())
                    .key(Map.of("pk", AttributeValue.fromS("projection#history"))));
    nanos += TimeUnit.SECONDS.toNanos(5);

    assertTrue(rebuild().run(false, false).switched(), told::toString);

    deliverAll();
    assertEquals(expected, rows());
    assertEquals(2, layouts().read("history").orElseThrow().live().shards());
  }

  @Test
  @DisplayName("what the log cannot give is named, and nothing is switched")
  void notOfTheLog() throws Exception {
    busy(20);
    ScoreEvents elsewhere = new ScoreEvents(dynamoDb(), cloud.runtime().settings().viewsTable());
    String event = bridged(elsewhere.commit("foreign", "p-1", 7));
    dynamoDb()
        .deleteItem(
            delete ->
                delete
                    .tableName(cloud.runtime().settings().viewsTable())
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("wallet#foreign"),
                            "sk", AttributeValue.fromS("v0000000000000000001"))));
    deliver(event);

    Rebuild.Outcome outcome = rebuild().run(false, false);

    assertFalse(outcome.switched());
    assertEquals(List.of("p-1 arcade#wallet/foreign"), outcome.comparison().behind());
    assertEquals(1, layouts().read("history").orElseThrow().live().number());
    assertTrue(rebuild().abandon());
    assertFalse(rebuild().abandon());
    deliverAll();
    expected.computeIfAbsent("p-1", each -> new TreeMap<>()).put("wallet/foreign", 7L);
    assertEquals(expected, rows());
    assertTrue(stored().stream().allMatch(row -> row.get("pk").s().startsWith("history#1#")));
  }

  @Test
  @DisplayName("a release whose rows say something else: told, and switched when that is accepted")
  void otherRows() {
    busy(30);
    deliverAll();
    Map<String, Map<String, Long>> before = Map.copyOf(rows());
    assertEquals(expected, before);
    release(Sample.HISTORY.sharded(2), 10);

    Rebuild.Outcome refused = rebuild().run(false, false);
    assertFalse(refused.switched());
    assertTrue(refused.comparison().versionsMatch());
    assertFalse(refused.comparison().different().isEmpty());
    assertFalse(refused.comparison().equal());

    assertTrue(rebuild().run(false, true).switched());
    deliverAll();
    expected.values().forEach(rows -> rows.replaceAll((subject, amount) -> amount * 10));
    assertEquals(expected, rows());
  }

  @Test
  @DisplayName("of two who operate at once one goes on, and the other is told")
  void twoAtOnce() {
    busy(10);
    Rebuild.Outcome[] other = new Rebuild.Outcome[1];
    Rebuild interrupted =
        new Rebuild(
            "history",
            layouts(),
            dynamoDb(),
            cloud.runtime().settings().logTable(),
            cloud.runtime().settings().viewsTable(),
            (generation, events) -> {
              if (generation != 0 && other[0] == null) {
                other[0] = rebuild().run(false, false);
              }
              return feed(generation, events);
            },
            this::pause,
            told::add);

    assertThrows(IllegalStateException.class, () -> interrupted.run(false, false));

    assertTrue(other[0].switched());
    deliverAll();
    assertEquals(expected, rows());
  }
}
