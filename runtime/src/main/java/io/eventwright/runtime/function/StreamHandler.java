package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.StreamBatch;
import io.eventwright.runtime.intake.StreamRecord;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.time.Pace;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles a batch of one shard in order. At the first record that fails it stops, since the ones
 * behind it may be about the same thing: those before it are done, and the answer names that one
 * record, from which Lambda begins again. What can never succeed is quarantined and passed. Safe
 * under many threads.
 */
final class StreamHandler implements RequestStreamHandler {
  private final RecordHandler handler;
  private final SystemRuntime runtime;
  private final StreamQuarantine quarantine;
  private final Journal journal;

  StreamHandler(String consumer, SystemRuntime runtime, RecordHandler handler) {
    this.runtime = runtime;
    this.handler = handler;
    this.quarantine = new StreamQuarantine(consumer, runtime);
    this.journal = runtime.journal(consumer);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<StreamRecord> records = StreamBatch.read(input).records();
    Deadline deadline = LambdaTime.of(context);
    BatchMetrics metrics = new BatchMetrics();
    Pace pace = new Pace(deadline);
    int done = 0;
    Verdict end = null;
    while (done < records.size() && end == null) {
      Verdict verdict =
          pace.allowsAnother()
              ? handle(records.get(done), deadline, metrics)
              : noTime(records.get(done), metrics);
      if (verdict.outcome().comesAgain()) {
        end = verdict;
      } else {
        pace.handledOne();
        done++;
      }
    }
    for (StreamRecord behind :
        records.subList(Math.min(done + 1, records.size()), records.size())) {
      metrics.count(Outcome.HANDED_BACK);
      journal.record(
          Outcome.HANDED_BACK,
          behind.eventId(),
          null,
          "waits behind another of its shard",
          null,
          0);
    }
    metrics.flush(journal, runtime.clock().millis());
    if (end != null && end.outcome() == Outcome.DEFERRED) {
      Hold.ofShard(records.size() - done, deadline);
    }
    answer(records, done, end, output);
  }

  private static void answer(
      List<StreamRecord> records, int done, @Nullable Verdict end, OutputStream output)
      throws IOException {
    int behind = records.size() - done - 1;
    if (end != null && end.outcome() == Outcome.RETRIED && done == 0 && behind > 0) {
      throw new StreamBatchFailed(records.get(0).eventId(), behind, end.failure());
    }
    BatchResponse.write(
        end == null ? List.of() : List.of(records.get(done).sequenceNumber()), output);
  }

  private record Verdict(Outcome outcome, @Nullable String reason, @Nullable Throwable failure) {}

  private Verdict handle(StreamRecord record, Deadline deadline, BatchMetrics metrics) {
    long begun = System.nanoTime();
    Envelope envelope = null;
    Verdict verdict;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(quarantine.consumer(), null);
    try {
      RawEvent read = quarantine.read(record);
      envelope = read.envelope();
      span.of(envelope);
      RecordHandler.Result result = handler.handle(runtime.claims().redeem(read), deadline);
      verdict = new Verdict(result.outcome(), result.reason(), null);
    } catch (Rejection e) {
      thrown = e;
      span.unread();
      verdict = quarantined(record, envelope, e, metrics);
    } catch (DependencyUnavailable e) {
      thrown = e;
      metrics.refused(e.refusedByBreaker());
      verdict = new Verdict(Outcome.DEFERRED, e.refusedByBreaker() ? "untried" : "failed", e);
    } catch (Throwable e) {
      Failures.throwIfFatal(e);
      thrown = e;
      verdict = new Verdict(Outcome.RETRIED, null, e);
    }
    span.ended(verdict.outcome().word(), verdict.reason(), thrown, verdict.outcome().isError());
    span.close();
    metrics.count(verdict.outcome());
    metrics.took(millisSince(begun));
    journal.record(
        verdict.outcome(),
        record.eventId(),
        envelope,
        verdict.reason(),
        verdict.failure(),
        millisSince(begun));
    return verdict;
  }

  private Verdict quarantined(
      StreamRecord record, @Nullable Envelope envelope, Rejection rejection, BatchMetrics metrics) {
    String reason = rejection.reason().word();
    try {
      quarantine.send(record, envelope, rejection);
      metrics.rejected(reason);
      return new Verdict(Outcome.QUARANTINED, reason, null);
    } catch (RuntimeException e) {
      return new Verdict(Outcome.RETRIED, reason + ", but the quarantine did not take it", e);
    }
  }

  private Verdict noTime(StreamRecord record, BatchMetrics metrics) {
    metrics.count(Outcome.HANDED_BACK);
    journal.record(Outcome.HANDED_BACK, record.eventId(), null, "no time left", null, 0);
    return new Verdict(Outcome.HANDED_BACK, null, null);
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
