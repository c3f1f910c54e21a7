package io.eventwright.local.function;

import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.engine.Guarded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One environment as a process: AWS's own interface client, which fetches work from us. */
final class FunctionProcess implements AutoCloseable {

  /** Its output ends with it, unless something that it started has taken it over. */
  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final FunctionDefinition function;
  private final RuntimeApi api;
  private final Process process;
  private final Thread reader;
  private boolean started;

  private FunctionProcess(
      FunctionDefinition function, RuntimeApi api, Process process, Thread reader) {
    this.function = function;
    this.api = api;
    this.process = process;
    this.reader = reader;
  }

  static FunctionProcess start(
      FunctionDefinition function,
      ClassPaths classPaths,
      Map<String, String> environment,
      LogSink log)
      throws IOException {
    RuntimeApi api = new RuntimeApi();
    ProcessBuilder builder = new ProcessBuilder(command(function, classPaths));
    builder.redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.clear(); // as on AWS: nothing of the machine, its credentials least of all
    variables.putAll(environment);
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("LAMBDA_TASK_ROOT", System.getProperty("java.io.tmpdir"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      api.close();
      throw e;
    }
    Thread reader = new Thread(() -> read(process, function, log), function.logicalId() + "-log");
    reader.setDaemon(true);
    reader.start();
    return new FunctionProcess(function, api, process, reader);
  }

  private static List<String> command(FunctionDefinition function, ClassPaths classPaths)
      throws IOException {
    List<Path> classPath = new ArrayList<>(classPaths.application());
    classPath.addAll(classPaths.libraries());
    classPath.addAll(classPaths.interfaceClient());
    try {
      classPath.add(
          Path.of(Guarded.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What Lambda's own Java runtimes use.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + Math.max(64, function.memory() * 3 / 4) + "m");
    // A crash is told in the logs; its file does not belong into the user's project.
    command.add("-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "hs_err_%p.log"));
    command.addAll(ClientLibrary.options(classPaths.interfaceClient()));
    command.add("-cp");
    command.add(ClassPaths.join(classPath.stream().distinct().toList()));
    command.addAll(List.of(Guarded.class.getName(), CLIENT, function.handler()));
    return command;
  }

  private static void read(Process process, FunctionDefinition function, LogSink log) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = process.getInputStream()) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        if (read != '\n') {
          line.write(read);
        }
        // The interface client's logger ends no lines: after a while without more, it is one.
        if (read == '\n' || in.available() == 0 && isQuiet(in)) {
          end(line, function, log);
        }
      }
    } catch (IOException e) {
      // The process has ended, and its output with it.
    }
    end(line, function, log);
  }

  private static boolean isQuiet(InputStream in) throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return in.available() == 0;
  }

  private static void end(ByteArrayOutputStream line, FunctionDefinition function, LogSink log) {
    String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
    line.reset();
    if (!text.isEmpty()) {
      log.line(function.logicalId(), text);
    }
  }

  /** One invocation; afterwards {@link #isAlive} tells whether there may be another. */
  InvocationResult invoke(byte[] payload, String requestId) throws InterruptedException {
    Duration patience =
        started ? function.timeout() : function.timeout().plus(FunctionHost.LONGEST_START);
    CompletableFuture<InvocationResult> result = api.invoke(function, payload, requestId);
    process.onExit().thenAccept(ended -> result.complete(exited(requestId, ended)));
    try {
      InvocationResult answer = result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      started = true;
      return answer;
    } catch (TimeoutException e) {
      kill();
      String message =
          "%s Task timed out after %d.00 seconds"
              .formatted(requestId, function.timeout().toSeconds());
      return InvocationResult.ended("Sandbox.Timedout", message);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static InvocationResult exited(String requestId, Process ended) {
    return InvocationResult.ended(
        "Runtime.ExitError",
        "RequestId: %s Error: Runtime exited with error: exit status %d"
            .formatted(requestId, ended.exitValue()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As a machine that fails does: at once, in the middle of anything. */
  void kill() {
    // Not by the process itself, which would close its output before its last lines are read.
    process.toHandle().destroyForcibly();
    try {
      process.waitFor();
      reader.join(LAST_LINES.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    api.close();
  }
}
