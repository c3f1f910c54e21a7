package io.eventwright.runtime.trace;

import io.eventwright.runtime.event.Envelope;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The span of one record's handling. It begins when the record is read, and is made when it is
 * known what event that is, since the link to the event's maker also says whether the journey is
 * sampled.
 */
final class RecordHandling implements Traces.Handling {
  private static final int MOST_CAUSES = 10;
  private static final ContextKey<RecordHandling> KEY = ContextKey.named("eventwright-handling");

  private final Tracer tracer;
  private final String consumer;
  private final SpanContext messageTrace;
  private final Instant since = Instant.now();
  private @Nullable OpenSpan open;
  private @Nullable Span span;
  private @Nullable String correlationid;
  private @Nullable Throwable inside;

  RecordHandling(Tracer tracer, String consumer, SpanContext messageTrace) {
    this.tracer = tracer;
    this.consumer = consumer;
    this.messageTrace = messageTrace;
  }

  /** A caller's trace is linked once the sampler has decided: callers do not. */
  static RecordHandling request(Tracer tracer, String consumer, String method, SpanContext caller) {
    RecordHandling handling = new RecordHandling(tracer, consumer, SpanContext.getInvalid());
    Span span =
        handling.begin(
            tracer
                .spanBuilder(method + " " + consumer)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(Parts.HTTP_METHOD, method));
    if (caller.isValid()) {
      span.addLink(caller);
    }
    return handling;
  }

  static @Nullable RecordHandling current() {
    return Context.current().get(KEY);
  }

  @Override
  public void of(Envelope envelope) {
    if (span != null) {
      return;
    }
    String journey = envelope.correlationid();
    correlationid = journey == null ? envelope.id() : journey;
    SpanContext maker = TraceHeaders.w3c(envelope.traceparent());
    begin(
        linked(consuming("process " + envelope.type()), maker.isValid() ? maker : messageTrace)
            .setAttribute(Parts.CORRELATION, correlationid)
            .setAttribute(Parts.EVENT_ID, envelope.id())
            .setAttribute(Parts.EVENT_SOURCE, envelope.source())
            .setAttribute(Parts.EVENT_TYPE, envelope.type()));
  }

  @Override
  public void unread() {
    begun();
  }

  private Span begun() {
    Span known = span;
    return known == null ? begin(linked(consuming("process"), messageTrace)) : known;
  }

  private SpanBuilder consuming(String name) {
    return tracer.spanBuilder(name).setSpanKind(SpanKind.CONSUMER);
  }

  private static SpanBuilder linked(SpanBuilder builder, SpanContext to) {
    return to.isValid() ? builder.addLink(to) : builder;
  }

  private Span begin(SpanBuilder builder) {
    Span begins =
        builder
            .setStartTimestamp(since)
            .setAttribute(Parts.PART, Parts.HANDLING)
            .setAttribute(Parts.CONSUMER, consumer)
            .startSpan();
    span = begins;
    open = new OpenSpan(begins, Context.current().with(begins).with(KEY, this));
    return begins;
  }

  void journey(String journey) {
    correlationid = journey;
    if (span != null) {
      span.setAttribute(Parts.CORRELATION, journey);
    }
  }

  @Nullable String correlationid() {
    return correlationid;
  }

  void failedInside(Throwable failure) {
    inside = failure;
  }

  @Override
  public void ended(
      String outcome, @Nullable String reason, @Nullable Throwable failure, boolean failed) {
    Span ending = begun();
    ending.setAttribute(Parts.OUTCOME, outcome);
    ending.setAttribute(Parts.REASON, reason);
    if (failed && !ofTheApplication(failure)) {
      OpenSpan.fail(
          ending,
          failure != null ? failure.getClass().getName() : reason != null ? reason : outcome);
    }
  }

  private boolean ofTheApplication(@Nullable Throwable failure) {
    Throwable one = failure;
    for (int depth = 0; one != null && depth < MOST_CAUSES; depth++) {
      if (one == inside) {
        return true;
      }
      one = one.getCause();
    }
    return false;
  }

  @Override
  public void failed(Throwable failure) {
    ended("failed", null, failure, true);
  }

  @Override
  public void failed(String reason) {
    ended("failed", reason, null, true);
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
