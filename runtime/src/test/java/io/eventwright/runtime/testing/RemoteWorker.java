package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A function in a process of its own that handles one payload after the other, and is killed
 * whenever a call of it is answered with its death; then its invocation fails, and the next one
 * starts a new process. Used by one thread.
 */
public final class RemoteWorker implements RequestStreamHandler, AutoCloseable {
  private final TestCloud cloud;
  private final String function;
  private final String key;
  private volatile @Nullable Process process;

  /**
   * A function that runs nowhere yet.
   *
   * @param function {@code credit}, {@code strict}, {@code latest}, {@code relay} or {@code
   *     sweeper}
   * @param key its access key, by which its calls are known
   */
  public RemoteWorker(TestCloud cloud, String function, String key) {
    this.cloud = cloud;
    this.function = function;
    this.key = key;
  }

  /** Its access key. */
  public String key() {
    return key;
  }

  /** Ends its process as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    Process running = process;
    if (running != null) {
      try {
        running.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Process running = process;
    if (running == null || !running.isAlive()) {
      running = WorkerProcess.serve(cloud, function, key);
      process = running;
    }
    try {
      OutputStream to = running.getOutputStream();
      to.write(Base64.getEncoder().encode(input.readAllBytes()));
      to.write('\n');
      to.flush();
      String line = readLine(running);
      if (line == null || line.isEmpty()) {
        throw new EOFException("the process has ended");
      }
      output.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      kill();
      throw e;
    }
  }

  /** Reads byte by byte: nothing may be taken that belongs to the next answer. */
  private static @Nullable String readLine(Process running) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8), 1);
    return reader.readLine();
  }

  @Override
  public void close() {
    kill();
  }
}
