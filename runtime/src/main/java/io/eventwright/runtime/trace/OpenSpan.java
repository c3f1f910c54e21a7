package io.eventwright.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** A span that is current until it is closed. */
class OpenSpan implements Traces.Scope {
  private final Span span;
  private final io.opentelemetry.context.Scope current;

  OpenSpan(Span span, Context context) {
    this.span = span;
    this.current = context.makeCurrent();
  }

  @Override
  public void failed(Throwable failure) {
    fail(span, failure.getClass().getName());
  }

  @Override
  public void failed(String reason) {
    fail(span, reason);
  }

  /** The type says enough: a message may quote what is nobody's to read. */
  static void fail(Span span, String type) {
    span.setStatus(StatusCode.ERROR, type);
    span.setAttribute(Parts.ERROR_TYPE, type);
  }

  @Override
  public void close() {
    current.close();
    span.end();
  }
}
