package io.eventwright.runtime.task;

import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import org.jspecify.annotations.Nullable;

/**
 * What a container does for a step of a saga.
 *
 * @param saga as in {@code system.yaml}
 * @param step its step
 * @param takes the record that the step fills
 * @param work does it
 * @param <T> that record
 */
public record TaskDefinition<T>(String saga, String step, EventType<T> takes, Work<T> work) {

  /** Does the work. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @return what the saga goes on with, a JSON text; null for nothing
     */
    @Nullable String run(Event<T> event) throws Exception;
  }

  /** Work that answers with nothing. */
  @FunctionalInterface
  public interface Doing<T> {
    /** Does it. */
    void run(Event<T> event) throws Exception;
  }

  /** Work that answers with a record. */
  @FunctionalInterface
  public interface Returning<T, R> {
    /** Does it. */
    R run(Event<T> event) throws Exception;
  }

  /** A task that answers with nothing. */
  public static <T> TaskDefinition<T> doing(
      String saga, String step, EventType<T> takes, Doing<T> work) {
    return new TaskDefinition<>(
        saga,
        step,
        takes,
        event -> {
          work.run(event);
          return null;
        });
  }

  /** A task that answers with a record, which must fit its schema. */
  public static <T, R> TaskDefinition<T> returning(
      String saga, String step, EventType<T> takes, EventType<R> returns, Returning<T, R> work) {
    return new TaskDefinition<>(saga, step, takes, event -> checked(returns, work.run(event)));
  }

  private static <R> String checked(EventType<R> type, R result) throws JsonParseFailure {
    String text = CodecText.write(type.codec(), result);
    Validator newest = type.validators().get(type.newestMinor());
    ValidationResult verdict = newest.validate(Json.parse(text));
    if (!verdict.violations().isEmpty()) {
      throw new IllegalStateException(
          "the result breaks "
              + type.dataschema(type.newestMinor())
              + ": "
              + verdict.violations().get(0));
    }
    return text;
  }
}
