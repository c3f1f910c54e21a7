package io.eventwright.runtime.task;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One container's life: it finds what it is to do in the control table, under the key that the
 * variable {@code EVENTWRIGHT_TASK} says, does it, and writes its result there. It does nothing
 * when an earlier attempt has done it, or when it was undone meanwhile. {@code
 * EVENTWRIGHT_TASK_SECONDS} is how long it may take: then it ends by itself, since nobody may be
 * there to stop it.
 */
public final class TaskRun<T> {
  private final TaskDefinition<T> definition;
  private final SystemRuntime runtime;
  private final Journal journal;

  private TaskRun(TaskDefinition<T> definition, SystemRuntime runtime) {
    this.definition = definition;
    this.runtime = runtime;
    this.journal = runtime.journal(definition.saga() + "/" + definition.step());
  }

  /** What a container is to do. */
  public static <T> TaskRun<T> of(TaskDefinition<T> definition, SystemRuntime runtime) {
    return new TaskRun<>(definition, runtime);
  }

  /** Does it, and ends the process with the exit code of how that went. */
  public void exit() {
    limit();
    System.exit(run().code());
  }

  /** Does it, and tells how it went. */
  public TaskExit run() {
    String key = runtime.settings().optional("EVENTWRIGHT_TASK");
    if (key == null) {
      journal.warn("the variable EVENTWRIGHT_TASK is not set; the state machine sets it");
      return TaskExit.UNREADABLE;
    }
    long begun = System.nanoTime();
    TaskRow row = new TaskRow(runtime, key);
    Event<T> event = null;
    try {
      Map<String, AttributeValue> asked = row.read();
      TaskExit before = before(asked);
      if (before != null) {
        return before;
      }
      event = event(TaskRow.member(asked, "event"));
      String result = definition.work().run(event);
      TaskExit after = row.done(result) ? TaskExit.DONE : before(row.read());
      tell(event.envelope(), Outcome.APPLIED, null, begun);
      return after == null ? TaskExit.UNDONE : after;
    } catch (Rejection | JsonParseFailure e) {
      tell(null, Outcome.QUARANTINED, e, begun);
      return TaskExit.UNREADABLE;
    } catch (Exception | LinkageError | AssertionError e) {
      tell(event == null ? null : event.envelope(), Outcome.RETRIED, e, begun);
      return TaskExit.FAILED;
    }
  }

  /** Null when it is still to be done. */
  private @Nullable TaskExit before(Map<String, AttributeValue> row) {
    String state = TaskRow.member(row, "state");
    if (state.equals(TaskRow.ASKED)) {
      return null;
    }
    if (state.equals(TaskRow.DONE)) {
      journal.warn("an earlier attempt has done it; this one does nothing");
      return TaskExit.DONE;
    }
    journal.warn("it was undone, or never asked for; this attempt answers to nobody");
    return TaskExit.UNDONE;
  }

  private Event<T> event(String text) throws Rejection, JsonParseFailure {
    RawEvent raw = MessageReader.event(Json.parse(text), "");
    return new EventIntake<>(List.of(Consumed.asIs(definition.takes())), runtime.seals()).read(raw);
  }

  private void tell(
      @Nullable Envelope envelope, Outcome outcome, @Nullable Throwable failure, long begun) {
    journal.record(outcome, null, envelope, null, failure, (System.nanoTime() - begun) / 1_000_000);
  }

  /** The state machine asks for the container to be stopped; that request may be lost. */
  private void limit() {
    String seconds = runtime.settings().optional("EVENTWRIGHT_TASK_SECONDS");
    if (seconds == null) {
      return;
    }
    Duration limit = Duration.ofSeconds(Long.parseLong(seconds));
    Thread watch =
        new Thread(
            () -> {
              try {
                Thread.sleep(limit.toMillis());
                journal.warn("its time of " + seconds + " s is over");
                Runtime.getRuntime().halt(TaskExit.TIMED_OUT.code());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "time-limit");
    watch.setDaemon(true);
    watch.start();
  }
}
