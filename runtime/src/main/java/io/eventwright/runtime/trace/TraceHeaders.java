package io.eventwright.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads trace headers, which anybody may have written: what is missing or malformed is an invalid
 * context, never an exception.
 */
final class TraceHeaders {
  private static final int MOST = 1_024;

  private TraceHeaders() {}

  /** W3C Trace Context's {@code traceparent}. */
  static SpanContext w3c(@Nullable String traceparent) {
    if (traceparent == null || traceparent.length() > MOST) {
      return SpanContext.getInvalid();
    }
    Context read =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, Only.ONE);
    return Span.fromContext(read).getSpanContext();
  }

  /** The form that W3C gives a context. */
  static String traceparent(SpanContext context) {
    return "00-"
        + context.getTraceId()
        + "-"
        + context.getSpanId()
        + "-"
        + context.getTraceFlags().asHex();
  }

  /**
   * X-Ray's header, {@code Root=1-<8 hex>-<24 hex>;Parent=<16 hex>;Sampled=<0 or 1>} ("AWS X-Ray
   * tracing header"). Without {@code Sampled} it is taken as sampled: nobody has said no.
   */
  static SpanContext xray(@Nullable String header) {
    if (header == null || header.length() > MOST) {
      return SpanContext.getInvalid();
    }
    String trace = "";
    String parent = "";
    boolean sampled = true;
    for (String part : header.split(";")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).trim().toLowerCase(Locale.ROOT);
      String value = part.substring(equals + 1).trim();
      switch (name) {
        case "root" -> trace = traceId(value);
        case "parent" -> parent = value.toLowerCase(Locale.ROOT);
        case "sampled" -> sampled = !value.equals("0");
        default -> {
          // Lineage, self and whatever services add later.
        }
      }
    }
    // Ids that are not of the right form make an invalid context.
    return SpanContext.createFromRemoteParent(
        trace,
        parent,
        sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  private static String traceId(String root) {
    String[] parts = root.split("-", -1);
    return parts.length == 3 && parts[0].equals("1")
        ? (parts[1] + parts[2]).toLowerCase(Locale.ROOT)
        : "";
  }

  /** The header itself is the carrier. */
  private enum Only implements TextMapGetter<String> {
    ONE;

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String key) {
      return key.equals("traceparent") ? carrier : null;
    }
  }
}
