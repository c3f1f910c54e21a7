package io.eventwright.local.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What a person wants to read of an execution's history: where it was, and what failed. */
final class SagaHistory {

  private static final int LONGEST = 200;

  private SagaHistory() {}

  /** A line, or nothing for what says no more than the events around it. */
  static Optional<String> line(HistoryEvent event) {
    String type = event.typeAsString();
    if (event.stateEnteredEventDetails() != null) {
      return Optional.of(
          "%s  %s".formatted(event.timestamp(), event.stateEnteredEventDetails().name()));
    }
    if (event.taskFailedEventDetails() != null) {
      return Optional.of(
          failed(
              event,
              event.taskFailedEventDetails().error(),
              event.taskFailedEventDetails().cause()));
    }
    if (event.taskTimedOutEventDetails() != null) {
      return Optional.of(failed(event, "States.Timeout", ""));
    }
    if (event.executionFailedEventDetails() != null) {
      return Optional.of(
          failed(
              event,
              event.executionFailedEventDetails().error(),
              event.executionFailedEventDetails().cause()));
    }
    return type.startsWith("Execution")
        ? Optional.of("%s  %s".formatted(event.timestamp(), type))
        : Optional.empty();
  }

  private static String failed(HistoryEvent event, @Nullable String error, @Nullable String cause) {
    String why = cause == null ? "" : cause.replaceAll("\\p{Cntrl}+", " ");
    return "%s    %s %s"
        .formatted(
            event.timestamp(),
            error,
            why.length() > LONGEST ? why.substring(0, LONGEST) + "…" : why);
  }
}
