package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.intake.StreamBatch;
import io.eventwright.runtime.intake.StreamRecord;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import io.eventwright.runtime.window.WindowDefinition;
import io.eventwright.runtime.window.WindowState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handles a batch of a window: folds all of it or nothing, so that what Lambda carries is always
 * what the records before the batch came to. When the window is over, each group's fold is handled
 * like an event whose id says shard, window, first record and group: however often the end is
 * tried, each fold counts once. Safe under many threads.
 */
final class WindowHandler<T, W, S> implements RequestStreamHandler {
  private final WindowDefinition<T, W, S> definition;
  private final SystemRuntime runtime;
  private final RecordHandler closing;
  private final EventIntake<T> intake;
  private final StreamQuarantine quarantine;
  private final Journal journal;

  WindowHandler(
      WindowDefinition<T, W, S> definition, SystemRuntime runtime, RecordHandler closing) {
    this.definition = definition;
    this.runtime = runtime;
    this.closing = closing;
    this.intake = new EventIntake<>(definition.consumed(), runtime.seals());
    this.quarantine = new StreamQuarantine(definition.name(), runtime);
    this.journal = runtime.journal(definition.name());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    StreamBatch batch = StreamBatch.read(input);
    StreamBatch.Window window = batch.window();
    if (window == null) {
      throw new IOException("the mapping has no tumbling window, which this worker folds");
    }
    Deadline deadline = LambdaTime.of(context);
    BatchMetrics metrics = new BatchMetrics();
    WindowState<W> state = new WindowState<>(definition.into().codec(), window.state());
    try {
      for (StreamRecord record : batch.records()) {
        metrics.count(fold(state, record, metrics));
      }
      if (window.last()) {
        close(state, window, deadline, metrics);
      }
    } finally {
      metrics.flush(journal, runtime.clock().millis());
    }
    answer(window.last() ? JsonObject.empty() : state.toJson(), output);
  }

  private Outcome fold(WindowState<W> state, StreamRecord record, BatchMetrics metrics) {
    long begun = System.nanoTime();
    Envelope envelope = null;
    Outcome outcome = Outcome.RETRIED;
    String reason = null;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(definition.name(), null);
    try {
      RawEvent read = quarantine.read(record);
      envelope = read.envelope();
      span.of(envelope);
      if (read.replay() != null) {
        throw new Rejection(
            Reason.REPLAY_IN_WINDOW,
            "the replay %s brings an event of a window that is over".formatted(read.replay()));
      }
      RawEvent raw = runtime.claims().redeem(read);
      outcome = fold(state, record, envelope, intake.read(raw));
    } catch (Rejection e) {
      thrown = e;
      reason = e.reason().word();
      span.unread();
      quarantine.send(record, envelope, e);
      metrics.rejected(reason);
      outcome = Outcome.QUARANTINED;
    } catch (RuntimeException | Error e) {
      thrown = e;
      metrics.count(outcome);
      throw e;
    } finally {
      long millis = (System.nanoTime() - begun) / 1_000_000;
      span.ended(outcome.word(), reason, thrown, outcome.isError());
      span.close();
      metrics.took(millis);
      journal.record(
          outcome,
          record.eventId(),
          envelope,
          reason,
          outcome == Outcome.RETRIED ? thrown : null,
          millis);
    }
    return outcome;
  }

  private Outcome fold(
      WindowState<W> state, StreamRecord record, Envelope envelope, Event<T> event) {
    if (state.isDouble(envelope.source(), envelope.id())) {
      return Outcome.DUPLICATE;
    }
    String group = definition.group().apply(event);
    WindowState.Fold<W> before = state.folds().get(group);
    W folded = folded(before == null ? null : before.value(), event);
    String correlation = envelope.correlationid();
    state
        .folds()
        .put(
            group,
            before == null
                ? new WindowState.Fold<>(
                    record.sequenceNumber(),
                    correlation == null ? envelope.id() : correlation,
                    folded)
                : new WindowState.Fold<>(before.from(), before.correlation(), folded));
    return Outcome.APPLIED;
  }

  private W folded(@Nullable W before, Event<T> event) {
    Traces.Scope code = runtime.traces().application(definition.name());
    try {
      return definition.folder().fold(before, event);
    } catch (Throwable e) {
      code.failed(e);
      throw e;
    } finally {
      code.close();
    }
  }

  private void close(
      WindowState<W> state, StreamBatch.Window window, Deadline deadline, BatchMetrics metrics) {
    for (Map.Entry<String, WindowState.Fold<W>> entry : state.folds().entrySet()) {
      RawEvent event = event(window, entry.getKey(), entry.getValue());
      if (!deadline.allows(1)) {
        throw new IllegalStateException(
            "no time left to end the window; what is decided is kept, the rest comes again");
      }
      close(event, deadline, metrics);
    }
  }

  private void close(RawEvent event, Deadline deadline, BatchMetrics metrics) {
    long begun = System.nanoTime();
    Outcome outcome = Outcome.RETRIED;
    String reason = null;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(definition.name(), null);
    span.of(event.envelope());
    try {
      RecordHandler.Result result = closing.handle(event, deadline);
      outcome = result.outcome();
      reason = result.reason();
    } catch (Rejection e) {
      thrown = e;
      reason = e.reason().word();
      quarantineFold(event, e);
      metrics.rejected(reason);
      outcome = Outcome.QUARANTINED;
    } catch (TryAgain | DependencyUnavailable e) {
      thrown = e;
      Hold.ofShard(1, deadline);
      throw new IllegalStateException("the window's end comes again: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      thrown = e;
      throw e;
    } finally {
      span.ended(outcome.word(), reason, thrown, outcome.isError());
      span.close();
    }
    metrics.add("Window" + outcome.metric(), 1);
    journal.record(
        outcome,
        event.envelope().id(),
        event.envelope(),
        reason,
        null,
        (System.nanoTime() - begun) / 1_000_000);
  }

  /** A fold that breaks its own schema never gets better. */
  private void quarantineFold(RawEvent event, Rejection rejection) {
    boolean sent =
        runtime
            .quarantine()
            .send(
                definition.name(),
                rejection,
                event.envelope(),
                event.envelope().id(),
                EnvelopeWriter.write(event.envelope(), event.data().toString()));
    if (!sent) {
      throw new IllegalStateException("a fold is too large for the quarantine", rejection);
    }
  }

  private RawEvent event(StreamBatch.Window window, String group, WindowState.Fold<W> fold) {
    Envelope envelope =
        new Envelope(
            window.shardId() + "/" + window.start() + "/" + fold.from() + "/" + digest(group),
            runtime.settings().system(),
            definition.into().wireType(),
            definition.name() + "/" + group,
            Instant.parse(window.end()),
            definition.into().dataschema(definition.into().newestMinor()),
            null,
            null,
            fold.correlation(),
            null,
            null);
    try {
      return new RawEvent(
          envelope, Json.parse(CodecText.write(definition.into().codec(), fold.value())));
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("a codec has written what is no JSON", e);
    }
  }

  /** Ids have a length; groups are as long as their field allows. */
  private static String digest(String group) {
    return Sha256.hex(group.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private static void answer(JsonObject state, OutputStream output) throws IOException {
    output.write(
        ("{\"state\":" + state + ",\"batchItemFailures\":[]}").getBytes(StandardCharsets.UTF_8));
  }
}
