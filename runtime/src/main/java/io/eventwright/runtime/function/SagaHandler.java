package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.commit.Handled;
import io.eventwright.runtime.commit.TryAgain;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.saga.StepUnavailable;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of a saga share: input, errors that a state machine can tell apart, the line.
 */
final class SagaHandler implements RequestStreamHandler {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String consumer;
  private final Work work;
  private final Returned returned;
  private final Journal journal;
  private final SystemRuntime runtime;

  /** Does what the state machine asks for. */
  @FunctionalInterface
  interface Work {
    Handled run(SagaInput input, RawEvent event, Deadline deadline)
        throws Rejection, TryAgain, DependencyUnavailable;
  }

  /** What a saga keeps of a decision, a JSON text; null for nothing. */
  @FunctionalInterface
  interface Returned {
    @Nullable String of(SagaInput input, InboxRow decision) throws Rejection;
  }

  SagaHandler(String consumer, SystemRuntime runtime, Work work) {
    this(consumer, runtime, work, (input, decision) -> null);
  }

  SagaHandler(String consumer, SystemRuntime runtime, Work work, Returned returned) {
    this.consumer = consumer;
    this.returned = returned;
    this.work = work;
    this.journal = runtime.journal(consumer);
    this.runtime = runtime;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long begun = System.nanoTime();
    RawEvent event = null;
    Outcome outcome = Outcome.RETRIED;
    String reason = null;
    Throwable failure = null;
    Throwable thrown = null;
    Traces.Handling span = runtime.traces().handling(consumer, null);
    try {
      SagaInput read = SagaInput.read(input);
      event = read.event();
      span.of(event.envelope());
      event = runtime.claims().redeem(event);
      InboxRow decision = handle(read, event, LambdaTime.of(context));
      outcome = Outcome.valueOf(decision.outcome().name());
      reason = decision.code();
      answer(decision, returned.of(read, decision), output);
    } catch (Rejection e) {
      thrown = e;
      outcome = Outcome.QUARANTINED;
      reason = e.reason().word();
      throw new StepRejected(reason, String.valueOf(e.getMessage()));
    } catch (TryAgain | DependencyUnavailable e) {
      failure = e;
      thrown = e;
      throw new StepUnavailable(String.valueOf(e.getMessage()), e);
    } catch (Refused e) {
      outcome = Outcome.REFUSED;
      reason = e.code();
      throw e;
    } catch (RuntimeException | Error e) {
      failure = e;
      thrown = e;
      throw e;
    } finally {
      span.ended(outcome.word(), reason, thrown, outcome.isError());
      span.close();
      tell(outcome, event, reason, failure, begun);
    }
  }

  private InboxRow handle(SagaInput input, RawEvent event, Deadline deadline)
      throws Rejection, TryAgain, DependencyUnavailable {
    InboxRow decision = work.run(input, event, deadline).decision();
    if (decision.outcome() == InboxRow.Outcome.REFUSED) {
      throw new Refused(String.valueOf(decision.code()), String.valueOf(decision.reason()));
    }
    return decision;
  }

  private void tell(
      Outcome outcome,
      @Nullable RawEvent event,
      @Nullable String reason,
      @Nullable Throwable failure,
      long begun) {
    BatchMetrics metrics = new BatchMetrics();
    metrics.count(outcome);
    metrics.took((System.nanoTime() - begun) / 1_000_000);
    journal.record(
        outcome,
        null,
        event == null ? null : event.envelope(),
        reason,
        failure,
        (System.nanoTime() - begun) / 1_000_000);
    metrics.flush(journal, runtime.clock().millis());
  }

  private static void answer(InboxRow decision, @Nullable String returned, OutputStream output)
      throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(output)) {
      generator.writeStartObject();
      generator.writeStringField(
          "outcome", decision.outcome() == InboxRow.Outcome.APPLIED ? "applied" : "unchanged");
      generator.writeNumberField("version", decision.version());
      if (returned != null) {
        generator.writeFieldName("returned");
        generator.writeRawValue(returned);
      }
      generator.writeEndObject();
    }
  }
}
