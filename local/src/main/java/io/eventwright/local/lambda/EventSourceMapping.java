package io.eventwright.local.lambda;

/** What feeds a function from a queue or a stream. */
public interface EventSourceMapping extends AutoCloseable {

  /** How it was declared. */
  MappingSettings settings();

  /** Begins to feed. */
  void start();

  /** Whether it feeds at present. */
  boolean enabled();

  /** Pauses or resumes it. */
  void enable(boolean enabled);

  /** Whether something waits to be fed. */
  boolean busy();

  @Override
  void close();
}
