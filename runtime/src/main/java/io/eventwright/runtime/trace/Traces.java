package io.eventwright.runtime.trace;

import io.eventwright.runtime.event.Envelope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans: one for the handling of each event, and one inside it for the application's own
 * code, so that it shows which of the two failed. Queues do not join traces: a handling's span
 * <em>links</em> to the span that made its event (OpenTelemetry, "Messaging spans"), and all spans
 * of a journey have its {@code correlationid}. Nothing here throws, whatever a trace header holds.
 * Safe under many threads; a scope is closed by the thread that opened it.
 */
public interface Traces {
  /** Makes none, and costs nothing: what came along is passed on as it came. */
  Traces OFF = new NoTraces();

  /**
   * One invocation of a function; closing it sends what ended within it.
   *
   * @param xrayHeader Lambda's own trace, the parent of what begins here; null for none
   */
  Scope invocation(@Nullable String xrayHeader);

  /**
   * The handling of one record, from reading it to the word about what became of it.
   *
   * @param consumer the worker, projection or saga
   * @param xrayHeader the message's own trace header, linked when its event names no trace; null
   */
  Handling handling(String consumer, @Nullable String xrayHeader);

  /**
   * The handling of one request of an API.
   *
   * @param traceparent the caller's trace, which is linked and decides nothing; null for none
   */
  Handling request(String consumer, String method, @Nullable String traceparent);

  /** Names the journey of the handling that is open, where no event that came in does. */
  void journey(String correlationid);

  /** What the application's own code does within a handling. */
  Scope application(String name);

  /** One call of something outside, within the application's code. */
  Scope call(String dependency);

  /** An event on its way to the bus, linked to the span that made it. */
  Scope publishing(Envelope envelope);

  /** W3C's {@code traceparent} of the span that is open; what is given when none is. */
  @Nullable String traceparent(@Nullable String otherwise);

  /** The call within the span that is open now, on whichever thread it runs. */
  <R> Callable<R> here(Callable<R> call);

  /** An open span. */
  interface Scope extends AutoCloseable {
    /** It failed, by that; only the exception's type is told, since messages may quote data. */
    void failed(Throwable failure);

    /** It failed, for that reason: a word. */
    void failed(String reason);

    @Override
    void close();
  }

  /** The open span of a record's handling. */
  interface Handling extends Scope {
    /** The record is that event: what begins here is about it. */
    void of(Envelope envelope);

    /** The record could not be read as an event; nothing when it could. */
    void unread();

    /**
     * What became of it. A failure that came out of the application's code is that span's, and not
     * this one's.
     *
     * @param outcome the word that the log says
     * @param reason explains it; null for none
     * @param failed whether it did not go as it should
     */
    void ended(
        String outcome, @Nullable String reason, @Nullable Throwable failure, boolean failed);
  }
}
