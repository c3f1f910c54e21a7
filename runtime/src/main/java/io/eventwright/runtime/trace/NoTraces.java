package io.eventwright.runtime.trace;

import io.eventwright.runtime.event.Envelope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tracing that is off. */
final class NoTraces implements Traces {
  private static final Handling NOTHING = new Nothing();

  @Override
  public Scope invocation(@Nullable String xrayHeader) {
    return NOTHING;
  }

  @Override
  public Handling handling(String consumer, @Nullable String xrayHeader) {
    return NOTHING;
  }

  @Override
  public Handling request(String consumer, String method, @Nullable String traceparent) {
    return NOTHING;
  }

  @Override
  public void journey(String correlationid) {}

  @Override
  public Scope application(String name) {
    return NOTHING;
  }

  @Override
  public Scope call(String dependency) {
    return NOTHING;
  }

  @Override
  public Scope publishing(Envelope envelope) {
    return NOTHING;
  }

  @Override
  public @Nullable String traceparent(@Nullable String otherwise) {
    return otherwise;
  }

  @Override
  public <R> Callable<R> here(Callable<R> call) {
    return call;
  }

  private static final class Nothing implements Handling {
    @Override
    public void of(Envelope envelope) {}

    @Override
    public void unread() {}

    @Override
    public void ended(
        String outcome, @Nullable String reason, @Nullable Throwable failure, boolean failed) {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void failed(String reason) {}

    @Override
    public void close() {}
  }
}
