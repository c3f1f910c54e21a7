package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionReader;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.store.Page;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.ScoreEvents;
import io.eventwright.runtime.testing.TestCloud;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardedProjectionTest {
  private static final int SUBJECTS = 60;

  private TestCloud cloud;
  private ScoreEvents wallets;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    wallets =
        new ScoreEvents(
            cloud.runtime().clients().dynamoDb(), cloud.runtime().settings().logTable());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Writes sixty subjects' rows, doubled and in any order; gives what each must say. */
  private Map<String, Long> write(ProjectionType<Amount> type) throws Exception {
    Random random = new Random(5);
    List<String> events = new ArrayList<>();
    Map<String, Long> expected = new TreeMap<>();
    for (int version = 0; version < 3; version++) {
      for (int subject = 0; subject < SUBJECTS; subject++) {
        long amount = random.nextInt(20);
        events.add(wallets.commit("s" + subject, "p-1", amount));
        expected.put("wallet/s" + subject, amount);
      }
    }
    events.addAll(events.subList(0, 50));
    Collections.shuffle(events, random);
    assertEquals(
        List.of(),
        failures(
            ProjectionFunction.of(
                ProjectionDefinition.of(type)
                    .from(Sample.CREDITED, event -> event.data().player(), event -> event.data())
                    .build(),
                cloud.runtime()),
            batch(events.toArray(new String[0]))));
    return expected;
  }

  private List<ProjectionRow<Amount>> pages(ProjectionType<Amount> type, int limit) {
    ProjectionReader<Amount> reader = cloud.runtime().projection(type);
    List<ProjectionRow<Amount>> all = new ArrayList<>();
    String next = null;
    do {
      Page<ProjectionRow<Amount>> page = reader.rows("p-1", next, limit);
      assertTrue(page.items().size() == limit || page.next() == null, "pages are full");
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  @DisplayName("rows of one key in several shards read as those of one, page by page")
  void merged(int shards) throws Exception {
    ProjectionType<Amount> type = Sample.HISTORY.sharded(shards);
    Map<String, Long> expected = write(type);

    for (int limit : List.of(1, 7, 60, 100)) {
      List<ProjectionRow<Amount>> rows = pages(type, limit);
      assertEquals(
          List.copyOf(expected.keySet()), rows.stream().map(ProjectionRow::subject).toList());
      rows.forEach(row -> assertEquals(expected.get(row.subject()), row.row().amount()));
    }
    expected.forEach(
        (subject, amount) ->
            assertEquals(
                amount,
                cloud
                    .runtime()
                    .projection(type)
                    .row("p-1", "arcade", subject)
                    .orElseThrow()
                    .row()
                    .amount()));
  }

  @Test
  @DisplayName("the rows of a hot key are in all of its partitions, a subject's always in one")
  void spread() throws Exception {
    write(Sample.HISTORY.sharded(4));
    Map<String, Integer> partitions = new TreeMap<>();
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .scan(scan -> scan.tableName(cloud.runtime().settings().viewsTable()))
        .items()
        .forEach(item -> partitions.merge(item.get("pk").s(), 1, Integer::sum));
    assertEquals(4, partitions.size(), partitions.toString());
    assertEquals(SUBJECTS, partitions.values().stream().mapToInt(Integer::intValue).sum());
    partitions.values().forEach(rows -> assertTrue(rows > SUBJECTS / 4 / 3, "even enough"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("rows sorted by a field come in its order, ties included once, page by page")
  void sorted(int shards) throws Exception {
    ProjectionType<Amount> type = Sample.HISTORY.sharded(shards).descendingBy("amount");
    Map<String, Long> expected = write(type);
    List<Long> order = expected.values().stream().sorted(Comparator.reverseOrder()).toList();

    for (int limit : List.of(1, 7, 100)) {
      List<ProjectionRow<Amount>> rows = pages(type, limit);
      assertEquals(order, rows.stream().map(row -> row.row().amount()).toList());
      assertEquals(SUBJECTS, rows.stream().map(ProjectionRow::subject).distinct().count());
    }
    ProjectionReader<Amount> reader = cloud.runtime().projection(type);
    assertFalse(reader.rows("p-1", null, 3).items().isEmpty());
    assertEquals(List.of(), reader.rows("p-2", null, 3).items());
  }

  @Test
  @DisplayName("a release that declares other shards or another order reads what is there")
  void declaredOtherwise() throws Exception {
    Map<String, Long> expected = write(Sample.HISTORY.sharded(2));
    ProjectionType<Amount> next = Sample.HISTORY.sharded(5).ascendingBy("amount");
    assertEquals(
        List.copyOf(expected.keySet()),
        pages(next, 9).stream().map(ProjectionRow::subject).toList());
    wallets.commit("s1", "p-1", 5);
    expected.clear();
    expected.putAll(write(next));
    assertEquals(SUBJECTS, pages(next, 9).size());
    assertEquals(
        expected.get("wallet/s1"),
        cloud
            .runtime()
            .projection(next)
            .row("p-1", "arcade", "wallet/s1")
            .orElseThrow()
            .row()
            .amount());
  }
}
