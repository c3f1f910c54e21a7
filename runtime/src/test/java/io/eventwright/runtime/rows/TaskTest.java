package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.task.TaskDefinition;
import io.eventwright.runtime.task.TaskExit;
import io.eventwright.runtime.task.TaskRun;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.TestCloud;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A container's life, with the row of the control table that a state machine would have written.
 */
class TaskTest {
  private static final String KEY = "task#purchase#print#x-1";
  private static final String EVENT =
      detail(
          "deposit-received.v2",
          "urn:eventwright:arcade:deposit-received:2.0",
          "x-1/print",
          data("p-1", 5));

  private TestCloud cloud;
  private int runs;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  @DisplayName("a task answers in its row, and is not done again once it is done")
  void itAnswersOnce() {
    write("asked", EVENT);

    assertEquals(TaskExit.DONE, run(event -> event.data()));
    assertEquals(TaskExit.DONE, run(event -> new Amount("another", 7)));

    assertEquals(1, runs);
    assertEquals("done", text("state"));
    assertEquals(data("p-1", 5), text("result"));
  }

  @Test
  void whatWasUndoneDoesNothing() {
    write("closed", null);
    assertEquals(TaskExit.UNDONE, run(event -> event.data()));
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .deleteItem(delete -> delete.tableName(table()).key(Map.of("pk", attribute(KEY))));
    assertEquals(TaskExit.UNDONE, run(event -> event.data()));
    assertEquals(0, runs);
  }

  @Test
  @DisplayName("what is undone while a task runs gets no answer")
  void undoneMeanwhile() {
    write("asked", EVENT);
    assertEquals(
        TaskExit.UNDONE,
        run(
            event -> {
              write("closed", null);
              return event.data();
            }));
    assertEquals("closed", text("state"));
    assertNull(text("result"));
  }

  @Test
  void theFirstAttemptThatEndsIsTheOneThatCounts() {
    write("asked", EVENT);
    assertEquals(
        TaskExit.DONE,
        run(
            event -> {
              assertEquals(TaskExit.DONE, run(again -> new Amount("quicker", 9)));
              return event.data();
            }));
    assertEquals(data("quicker", 9), text("result"));
  }

  @Test
  void whatFailsMayBeTriedAgain() {
    write("asked", EVENT);
    assertEquals(
        TaskExit.FAILED,
        run(
            event -> {
              throw new IllegalStateException("the printer is on fire");
            }));
    assertEquals("asked", text("state"));
    assertEquals(TaskExit.DONE, run(event -> event.data()));
  }

  @Test
  void whatCannotBeReadIsNotDone() {
    write("asked", "{");
    assertEquals(TaskExit.UNREADABLE, run(event -> event.data()));
    write("asked", EVENT.replace("deposit-received.v2", "another.v1"));
    assertEquals(TaskExit.UNREADABLE, run(event -> event.data()));
    assertEquals(TaskExit.UNREADABLE, TaskRun.of(definition(Event::data), cloud.runtime()).run());
    assertEquals(0, runs);
  }

  private interface Work {
    Amount run(Event<Amount> event) throws Exception;
  }

  private TaskExit run(Work work) {
    SystemRuntime runtime = cloud.runtime(Clock.systemUTC(), Map.of("EVENTWRIGHT_TASK", KEY));
    return TaskRun.of(definition(work), runtime).run();
  }

  private TaskDefinition<Amount> definition(Work work) {
    return TaskDefinition.returning(
        "purchase",
        "print",
        Sample.DEPOSIT_V2,
        Sample.CREDITED,
        event -> {
          runs++;
          return work.run(event);
        });
  }

  private void write(String state, @Nullable String event) {
    Map<String, AttributeValue> row = new HashMap<>();
    row.put("pk", attribute(KEY));
    row.put("state", attribute(state));
    if (event != null) {
      row.put("event", attribute(event));
    }
    cloud.runtime().clients().dynamoDb().putItem(put -> put.tableName(table()).item(row));
  }

  private @Nullable String text(String name) {
    AttributeValue value =
        cloud
            .runtime()
            .clients()
            .dynamoDb()
            .getItem(
                get ->
                    get.tableName(table()).key(Map.of("pk", attribute(KEY))).consistentRead(true))
            .item()
            .get(name);
    return value == null ? null : value.s();
  }

  private String table() {
    return cloud.runtime().settings().controlTable();
  }

  private static AttributeValue attribute(String text) {
    return AttributeValue.fromS(text);
  }
}
