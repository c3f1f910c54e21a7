package io.eventwright.local;

import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a cloud has opened, closed together, the last first. */
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final LogSink log;
  private boolean closed;

  Parts(LogSink log) {
    this.log = log;
  }

  /** What can be started beside other things. */
  @FunctionalInterface
  interface Starting<T> {
    T start() throws IOException, InterruptedException;
  }

  /** Starts one beside other things. */
  <T extends AutoCloseable> CompletableFuture<T> start(Starting<T> starting, Workers workers) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return open(starting.start());
          } catch (IOException e) {
            throw new CompletionException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
          }
        },
        workers::run);
  }

  /** Waits for what was started. */
  static <T> T await(CompletableFuture<T> engine) throws IOException {
    try {
      return engine.join();
    } catch (CompletionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  /** Takes one over; at once closed, when all the others are. */
  <T extends AutoCloseable> T open(T part) {
    synchronized (parts) {
      if (!closed) {
        parts.push(part);
        return part;
      }
    }
    close(part); // an engine that came up after the template was refused
    return part;
  }

  @Override
  public void close() {
    List<AutoCloseable> closing;
    synchronized (parts) {
      closed = true;
      closing = new ArrayList<>(parts);
      parts.clear();
    }
    closing.forEach(this::close);
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.line("local cloud", "while closing: " + e);
    }
  }
}
