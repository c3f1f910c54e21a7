package io.eventwright.runtime.observe;

import io.eventwright.runtime.event.Envelope;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines, each whole, also under many threads.
 *
 * @param out standard output, in a function
 * @param system the system's name
 * @param consumer the worker or projection
 */
public record Journal(PrintStream out, String system, String consumer) {

  /**
   * Says what became of one record.
   *
   * @param messageId the message; null for none
   * @param envelope its event; null when it did not come to that
   * @param reason the word that explains the outcome; null for none
   * @param failure what was thrown; null for nothing
   */
  public void record(
      Outcome outcome,
      @Nullable String messageId,
      @Nullable Envelope envelope,
      @Nullable String reason,
      @Nullable Throwable failure,
      long millis) {
    LogLine line =
        new LogLine(failure == null ? "INFO" : "WARN", "record " + outcome.word())
            .with("system", system)
            .with("consumer", consumer)
            .with("outcome", outcome.word())
            .with("reason", reason)
            .with("messageId", messageId)
            .with(envelope)
            .with("millis", millis);
    if (failure != null) {
      line.with(failure);
    }
    print(line.end());
  }

  /** Says something that is not about one record. */
  public void warn(String message, Throwable failure) {
    print(
        new LogLine("WARN", message)
            .with("system", system)
            .with("consumer", consumer)
            .with(failure)
            .end());
  }

  /** Says that something is not as it should be, without a failure of its own. */
  public void warn(String message) {
    print(new LogLine("WARN", message).with("system", system).with("consumer", consumer).end());
  }

  /** Writes one line of any content. */
  public void print(LogLine line) {
    print(line.end());
  }

  void print(String line) {
    out.print(line);
    out.flush();
  }
}
