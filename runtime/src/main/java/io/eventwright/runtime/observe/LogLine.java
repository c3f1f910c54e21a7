package io.eventwright.runtime.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.event.Envelope;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON. It never holds an event's data nor a foreign exception's message, since either
 * may hold what must not be logged: only names, identifiers, words of ours, and where code failed.
 */
public final class LogLine {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int FRAMES = 12;
  private static final int CAUSES = 4;

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator generator;

  public LogLine(String level, String message) {
    try {
      generator = FACTORY.createGenerator(text);
      generator.writeStartObject();
      generator.writeStringField("level", level);
      generator.writeStringField("message", message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a text, unless it is null. */
  public LogLine with(String name, @Nullable String value) {
    if (value != null) {
      write(() -> generator.writeStringField(name, value));
    }
    return this;
  }

  /** Adds a number. */
  public LogLine with(String name, long value) {
    write(() -> generator.writeNumberField(name, value));
    return this;
  }

  /** Adds what identifies an event, unless it is null. */
  public LogLine with(@Nullable Envelope envelope) {
    if (envelope == null) {
      return this;
    }
    return with("eventId", envelope.id())
        .with("source", envelope.source())
        .with("type", envelope.type())
        .with("sequence", envelope.sequence())
        .with("correlationid", envelope.correlationid())
        .with("traceparent", envelope.traceparent());
  }

  /** Adds where a failure came from, its causes too, without their messages. */
  public LogLine with(Throwable failure) {
    Throwable one = failure;
    StringBuilder trace = new StringBuilder();
    for (int depth = 0; one != null && depth < CAUSES; depth++) {
      trace.append(depth == 0 ? "" : "caused by ").append(one.getClass().getName()).append('\n');
      StackTraceElement[] frames = one.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("  at ").append(frames[i]).append('\n');
      }
      one = one.getCause();
    }
    return with("error", failure.getClass().getName()).with("stack", trace.toString());
  }

  /** The line, ended. */
  public String end() {
    write(
        () -> {
          generator.writeEndObject();
          generator.close();
        });
    return text.append('\n').toString();
  }

  private void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
