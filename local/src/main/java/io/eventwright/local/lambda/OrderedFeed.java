package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Feeds records to a function in order, one batch after the other: what failed is tried again from
 * the first failed record on; a batch whose invocation failed is halved, if so declared, without
 * counting as a retry; what is over its limits is abandoned, and the next batch has its turn.
 */
final class OrderedFeed {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** What a kind of stream knows about its records and what it makes of them. */
  interface Records {

    /** The record's sequence number. */
    String sequence(ObjectNode record);

    /** When the record came into the stream. */
    Instant created(ObjectNode record);

    /** The function's input. */
    ObjectNode event(List<ObjectNode> records);

    /** Sees an answer; false fails the batch though the function did not. */
    default boolean accepts(InvocationResult result) {
      return true;
    }

    /** Takes leave of records that were tried as often or as long as they may be. */
    void abandon(List<ObjectNode> records, int attempts, String condition)
        throws InterruptedException;
  }

  private final MappingSettings settings;
  private final LambdaFunctions functions;
  private final Pace pace;
  private final BooleanSupplier closed;
  private final Records form;

  OrderedFeed(
      MappingSettings settings,
      LambdaFunctions functions,
      Pace pace,
      BooleanSupplier closed,
      Records form) {
    this.settings = settings;
    this.functions = functions;
    this.pace = pace;
    this.closed = closed;
    this.form = form;
  }

  /** How one attempt ended: so many records from the front are done, and whether it threw. */
  private record Attempt(int done, boolean threw) {}

  private record Piece(List<ObjectNode> records, int attempts) {}

  /** What is left to do is a stack of pieces, the earliest on top. */
  void feed(List<ObjectNode> batch) throws InterruptedException {
    Deque<Piece> pieces = new ArrayDeque<>(List.of(new Piece(batch, 0)));
    while (!pieces.isEmpty() && !closed.getAsBoolean()) {
      Piece piece = pieces.pop();
      Attempt attempt = attempt(piece.records());
      int done = attempt.done();
      List<ObjectNode> rest = piece.records().subList(done, piece.records().size());
      if (rest.isEmpty()) {
        continue;
      }
      int attempts = done > 0 ? 1 : piece.attempts() + 1;
      String over = over(rest, attempts);
      if (settings.bisect() && attempt.threw() && rest.size() > 1) {
        int middle = rest.size() / 2;
        pieces.push(new Piece(rest.subList(middle, rest.size()), piece.attempts()));
        pieces.push(new Piece(rest.subList(0, middle), piece.attempts()));
        pause(attempts);
      } else if (over != null) {
        form.abandon(rest, attempts, over);
      } else {
        pieces.push(new Piece(rest, attempts));
        pause(attempts);
      }
    }
  }

  private @Nullable String over(List<ObjectNode> records, int attempts) {
    if (settings.retries() >= 0 && attempts > settings.retries()) {
      return "RetryAttemptsExhausted";
    }
    Duration oldest = settings.oldest();
    Instant created = form.created(records.get(0));
    return oldest != null && Duration.between(created, Instant.now()).compareTo(pace.of(oldest)) > 0
        ? "RecordAgeExceeded"
        : null;
  }

  private void pause(int attempts) throws InterruptedException {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
    Thread.sleep(pace.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toMillis() + 1);
  }

  private Attempt attempt(List<ObjectNode> records) throws InterruptedException {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (ObjectNode record : records) {
      indexes.put(form.sequence(record), indexes.size());
    }
    InvocationResult result = invoke(form.event(records));
    if (result == null) {
      return new Attempt(0, false);
    }
    if (result.failed() || !form.accepts(result)) {
      return new Attempt(0, true);
    }
    Set<String> failed = BatchResponse.failed(result, settings.reportsFailures(), indexes.keySet());
    int done = failed.stream().mapToInt(indexes::get).min().orElse(records.size());
    return new Attempt(done, false);
  }

  private @Nullable InvocationResult invoke(ObjectNode event) throws InterruptedException {
    try {
      return functions.invoke(settings.function(), Json.bytes(event));
    } catch (FunctionHost.Throttled e) {
      return null;
    }
  }

  /**
   * Feeds an input without records, as the end of a window is, until it succeeds or may be tried no
   * more; false if it was given up.
   */
  boolean feedAlone(ObjectNode event) throws InterruptedException {
    for (int attempts = 1; !closed.getAsBoolean(); attempts++) {
      InvocationResult result = invoke(event);
      if (result != null && !result.failed() && form.accepts(result)) {
        return true;
      }
      if (settings.retries() >= 0 && attempts > settings.retries()) {
        return false;
      }
      pause(attempts);
    }
    return false;
  }
}
