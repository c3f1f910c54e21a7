package io.eventwright.runtime.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps ended spans until the invocation's end, when its own thread sends them in one call. The
 * SDK's batches are sent by a thread of their own, which Lambda freezes between invocations. Safe
 * under many threads.
 */
final class SpanBuffer implements SpanProcessor {
  /** X-Ray takes 10,000 spans and 5 MB a call; ours are below 1 KB. */
  private static final int CALL = 2_000;

  /** What one invocation may make; beyond it spans are lost rather than memory. */
  private static final int MOST = 20_000;

  private final SpanExporter exporter;
  private final Deque<SpanData> ended = new ArrayDeque<>();

  SpanBuffer(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled()) {
      synchronized (ended) {
        if (ended.size() < MOST) {
          ended.add(span.toSpanData());
        }
      }
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public CompletableResultCode forceFlush() {
    List<CompletableResultCode> calls = new ArrayList<>();
    for (List<SpanData> call = take(); !call.isEmpty(); call = take()) {
      calls.add(exporter.export(call));
    }
    return CompletableResultCode.ofAll(calls);
  }

  private List<SpanData> take() {
    synchronized (ended) {
      Collection<SpanData> call = new ArrayList<>(Math.min(ended.size(), CALL));
      while (!ended.isEmpty() && call.size() < CALL) {
        call.add(ended.remove());
      }
      return List.copyOf(call);
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    forceFlush().join(1, TimeUnit.SECONDS);
    return exporter.shutdown();
  }
}
