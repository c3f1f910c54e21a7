package io.eventwright.local.function;

/** Where a function's lines go. */
@FunctionalInterface
public interface LogSink {

  /** One line, without its end, of the function with that logical id. */
  void line(String function, String line);
}
