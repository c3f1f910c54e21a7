package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Handles one event. What it writes nobody reads; what it throws brings the event again. */
final class DirectHandler implements RequestStreamHandler {
  private final String consumer;
  private final SystemRuntime runtime;
  private final RecordHandler handler;
  private final Journal journal;

  DirectHandler(String consumer, SystemRuntime runtime, RecordHandler handler) {
    this.consumer = consumer;
    this.runtime = runtime;
    this.handler = handler;
    this.journal = runtime.journal(consumer);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String payload = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    String requestId = String.valueOf(context.getAwsRequestId());
    BatchMetrics metrics = new BatchMetrics();
    long begun = System.nanoTime();
    Envelope envelope = null;
    Outcome outcome = Outcome.RETRIED;
    String reason = null;
    Throwable failure = null;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(consumer, null);
    try {
      RawEvent read = MessageReader.read(payload, runtime.settings().system());
      envelope = read.envelope();
      span.of(envelope);
      RecordHandler.Result result =
          handler.handle(runtime.claims().redeem(read), LambdaTime.of(context));
      outcome = result.outcome();
      reason = result.reason();
    } catch (Rejection e) {
      thrown = e;
      span.unread();
      reason = e.reason().word();
      failure = quarantine(e, envelope, requestId, payload);
      outcome = failure == null ? Outcome.QUARANTINED : Outcome.RETRIED;
    } catch (Throwable e) {
      Failures.throwIfFatal(e);
      failure = e;
      thrown = e;
    } finally {
      span.ended(outcome.word(), reason, thrown, outcome.isError());
      span.close();
      metrics.count(outcome);
      if (outcome == Outcome.QUARANTINED && reason != null) {
        metrics.rejected(reason);
      }
      long millis = (System.nanoTime() - begun) / 1_000_000;
      metrics.took(millis);
      journal.record(outcome, requestId, envelope, reason, failure, millis);
      metrics.flush(journal, runtime.clock().millis());
    }
    if (outcome.comesAgain()) {
      throw new NotHandled(
          consumer + " could not handle the event" + (reason == null ? "" : ": " + reason),
          failure);
    }
    output.write(("{\"outcome\":\"" + outcome.name() + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /** Null when the event is in quarantine; else why it is not. */
  private @Nullable Throwable quarantine(
      Rejection rejection, @Nullable Envelope envelope, String requestId, String payload) {
    try {
      return runtime.quarantine().send(consumer, rejection, envelope, requestId, payload)
          ? null
          : new NotHandled("too large for the quarantine", rejection);
    } catch (RuntimeException e) {
      return e;
    }
  }
}
