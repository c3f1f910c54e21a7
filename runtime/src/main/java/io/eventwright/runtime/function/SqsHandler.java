package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.intake.SqsBatch;
import io.eventwright.runtime.intake.SqsMessage;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.time.Pace;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles an SQS batch, record by record: one record's failure is that record's alone. Stops before
 * the time is up and hands the rest back. Safe under many threads.
 */
final class SqsHandler implements RequestStreamHandler {
  private final String consumer;
  private final SystemRuntime runtime;
  private final RecordHandler handler;
  private final HandBack handBack;
  private final DeadLetters deadLetters;
  private final Groups groups;
  private final Journal journal;

  SqsHandler(String consumer, SystemRuntime runtime, RecordHandler handler, HandBack handBack) {
    this(consumer, runtime, handler, handBack, Groups.NONE);
  }

  SqsHandler(
      String consumer,
      SystemRuntime runtime,
      RecordHandler handler,
      HandBack handBack,
      Groups groups) {
    this.consumer = consumer;
    this.runtime = runtime;
    this.handler = handler;
    this.handBack = handBack;
    this.groups = groups;
    this.deadLetters = new DeadLetters(runtime, consumer);
    this.journal = runtime.journal(consumer);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<SqsMessage> messages = SqsBatch.read(input);
    Deadline deadline = LambdaTime.of(context);
    BatchMetrics metrics = new BatchMetrics();
    List<String> again = new ArrayList<>();
    Set<String> held = new HashSet<>();
    Pace pace = new Pace(deadline);
    for (SqsMessage message : messages) {
      String group = groups.of(message);
      Outcome outcome;
      if (group != null && held.contains(group)) {
        outcome = handBackUntouched(message, "waits behind another of its group", metrics);
      } else if (pace.allowsAnother()) {
        outcome = handle(message, deadline, metrics);
        pace.handledOne();
      } else {
        outcome = handBackUntouched(message, "no time left", metrics);
      }
      if (outcome.comesAgain()) {
        again.add(message.messageId());
        if (group != null) {
          held.add(group);
        }
      }
    }
    metrics.flush(journal, runtime.clock().millis());
    Hold.of(metrics.refused(), deadline);
    BatchResponse.write(again, output);
  }

  private Outcome handle(SqsMessage message, Deadline deadline, BatchMetrics metrics) {
    long begun = System.nanoTime();
    Envelope envelope = null;
    Verdict verdict;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(consumer, message.traceHeader());
    try {
      groups.begin(message);
      RawEvent read = MessageReader.read(message.body(), runtime.settings().system());
      envelope = read.envelope();
      span.of(envelope);
      RecordHandler.Result result = handler.handle(runtime.claims().redeem(read), deadline);
      verdict = new Verdict(result.outcome(), result.reason(), null);
    } catch (Rejection e) {
      thrown = e;
      span.unread();
      verdict =
          e.reason() == Reason.TEST_EVENT
              ? new Verdict(Outcome.UNCHANGED, e.reason().word(), null)
              : e.reason() == Reason.ATTEMPTS_EXHAUSTED && deadLetters.exist()
                  ? deadLetter(message, e)
                  : quarantine(message, envelope, e, metrics);
    } catch (DependencyUnavailable e) {
      thrown = e;
      handBack.later(message, e);
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
        message.messageId(),
        envelope,
        verdict.reason(),
        verdict.failure(),
        millisSince(begun));
    return verdict.outcome();
  }

  private record Verdict(Outcome outcome, @Nullable String reason, @Nullable Throwable failure) {}

  private Verdict quarantine(
      SqsMessage message, @Nullable Envelope envelope, Rejection rejection, BatchMetrics metrics) {
    String reason = rejection.reason().word();
    try {
      boolean sent =
          runtime
              .quarantine()
              .send(consumer, rejection, envelope, message.messageId(), message.body());
      if (sent) {
        metrics.rejected(reason);
        return new Verdict(Outcome.QUARANTINED, reason, null);
      }
      return new Verdict(Outcome.RETRIED, reason + ", too large for the quarantine", null);
    } catch (RuntimeException e) {
      return new Verdict(Outcome.RETRIED, reason + ", but the quarantine did not take it", e);
    }
  }

  private Verdict deadLetter(SqsMessage message, Rejection rejection) {
    String reason = rejection.reason().word();
    try {
      deadLetters.send(message.body(), rejection);
      return new Verdict(Outcome.DEAD_LETTERED, reason, null);
    } catch (RuntimeException e) {
      return new Verdict(Outcome.RETRIED, reason + ", but the dead letters did not take it", e);
    }
  }

  private Outcome handBackUntouched(SqsMessage message, String why, BatchMetrics metrics) {
    metrics.count(Outcome.HANDED_BACK);
    journal.record(Outcome.HANDED_BACK, message.messageId(), null, why, null, 0);
    return Outcome.HANDED_BACK;
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
