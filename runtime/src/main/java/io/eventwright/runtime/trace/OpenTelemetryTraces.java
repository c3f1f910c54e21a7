package io.eventwright.runtime.trace;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.eventwright.runtime.event.Envelope;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tracing with OpenTelemetry's SDK; spans are the current ones of its API while they are open. */
public final class OpenTelemetryTraces implements Traces {
  private static final String SCOPE = "io.eventwright.runtime";

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * Tracing of one function.
   *
   * @param system the system's name
   * @param function its name: the service that spans are told under
   * @param exporter takes spans at each invocation's end
   */
  public OpenTelemetryTraces(String system, String function, SpanExporter exporter) {
    Resource resource =
        Resource.create(
            Attributes.of(
                stringKey("service.namespace"), system, stringKey("service.name"), function));
    this.provider =
        SdkTracerProvider.builder()
            .setIdGenerator(new SpanIds())
            .setResource(resource)
            .setSampler(new JourneySampler())
            .addSpanProcessor(new SpanBuffer(exporter))
            .build();
    this.tracer = provider.get(SCOPE);
  }

  /**
   * Tracing that sends by OTLP over HTTP, as protobuf.
   *
   * @param warn told in one sentence that spans are lost, and why
   */
  public static Traces sending(
      String system, String function, Post post, Clock clock, Consumer<String> warn) {
    HttpSenderProvider sender = config -> new OtlpSender(post, clock, warn);
    SpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setRetryPolicy(null)
            .setComponentLoader(
                new ComponentLoader() {
                  @Override
                  public <T> Iterable<T> load(Class<T> kind) {
                    return kind == HttpSenderProvider.class
                        ? List.of(kind.cast(sender))
                        : List.of();
                  }
                })
            .build();
    return new OpenTelemetryTraces(system, function, exporter);
  }

  @Override
  public Scope invocation(@Nullable String xrayHeader) {
    SpanContext lambda = TraceHeaders.xray(xrayHeader);
    Context context = lambda.isValid() ? Context.root().with(Span.wrap(lambda)) : Context.root();
    return new OpenSpan(Span.getInvalid(), context) {
      @Override
      public void close() {
        super.close();
        provider.forceFlush().join(1, TimeUnit.SECONDS);
      }
    };
  }

  @Override
  public Handling handling(String consumer, @Nullable String xrayHeader) {
    return new RecordHandling(tracer, consumer, TraceHeaders.xray(xrayHeader));
  }

  @Override
  public Handling request(String consumer, String method, @Nullable String traceparent) {
    return RecordHandling.request(tracer, consumer, method, TraceHeaders.w3c(traceparent));
  }

  @Override
  public void journey(String correlationid) {
    RecordHandling handling = RecordHandling.current();
    if (handling != null) {
      handling.journey(correlationid);
    }
  }

  @Override
  public Scope application(String name) {
    return inside(
        Parts.APPLICATION, tracer.spanBuilder("decide " + name).setSpanKind(SpanKind.INTERNAL));
  }

  @Override
  public Scope call(String dependency) {
    return inside(
        Parts.DEPENDENCY, tracer.spanBuilder("call " + dependency).setSpanKind(SpanKind.CLIENT));
  }

  private static Scope inside(String part, SpanBuilder builder) {
    RecordHandling handling = RecordHandling.current();
    Span span =
        builder
            .setAttribute(Parts.PART, part)
            .setAttribute(Parts.CORRELATION, handling == null ? null : handling.correlationid())
            .startSpan();
    return new OpenSpan(span, Context.current().with(span)) {
      @Override
      public void failed(Throwable failure) {
        super.failed(failure);
        if (handling != null) {
          handling.failedInside(failure);
        }
      }
    };
  }

  @Override
  public Scope publishing(Envelope envelope) {
    SpanBuilder builder =
        tracer
            .spanBuilder("publish " + envelope.type())
            .setSpanKind(SpanKind.PRODUCER)
            .setAttribute(Parts.PART, Parts.HANDLING)
            .setAttribute(Parts.CORRELATION, envelope.correlationid())
            .setAttribute(Parts.EVENT_ID, envelope.id())
            .setAttribute(Parts.EVENT_TYPE, envelope.type());
    SpanContext maker = TraceHeaders.w3c(envelope.traceparent());
    if (maker.isValid()) {
      builder.addLink(maker);
    }
    Span span = builder.startSpan();
    return new OpenSpan(span, Context.current().with(span));
  }

  @Override
  public @Nullable String traceparent(@Nullable String otherwise) {
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() && !current.isRemote() ? TraceHeaders.traceparent(current) : otherwise;
  }

  @Override
  public <R> Callable<R> here(Callable<R> call) {
    return Context.current().wrap(call);
  }
}
