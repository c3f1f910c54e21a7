package io.eventwright.local.container;

import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.engine.Guarded;
import io.eventwright.local.function.LogSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a task as a process. */
final class TaskProcess {

  /** A container that is asked to stop is killed after that long: ECS's own default. */
  private static final long GRACE_SECONDS = 30;

  private static final int SMALLEST_HEAP = 64;

  private final Process process;
  private final CompletableFuture<Integer> ended;

  private TaskProcess(Process process, Thread reader) {
    this.process = process;
    // What it wrote is in the log before its end is told.
    this.ended =
        process
            .onExit()
            .thenApplyAsync(
                over -> {
                  try {
                    reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return over.exitValue();
                });
  }

  static TaskProcess start(
      TaskDefinition definition,
      ClassPaths classPaths,
      Map<String, String> environment,
      LogSink log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(definition, classPaths));
    builder.redirectErrorStream(true);
    builder.environment().clear(); // as in a container: nothing of the machine
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread reader =
        new Thread(() -> read(process, definition.logicalId(), log), definition.logicalId());
    reader.setDaemon(true);
    reader.start();
    return new TaskProcess(process, reader);
  }

  private static List<String> command(TaskDefinition definition, ClassPaths classPaths)
      throws IOException {
    List<Path> classPath = new ArrayList<>(classPaths.application());
    classPath.addAll(classPaths.libraries());
    try {
      classPath.add(
          Path.of(Guarded.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xmx" + Math.max(SMALLEST_HEAP, definition.memory() * 3 / 4) + "m",
        "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "hs_err_%p.log"),
        "-cp",
        ClassPaths.join(classPath.stream().distinct().toList()),
        Guarded.class.getName(),
        definition.main());
  }

  private static void read(Process process, String logicalId, LogSink log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.line(logicalId, line);
      }
    } catch (IOException e) {
      // The process has ended, and its output with it.
      return;
    }
  }

  /** Its exit code, when it has one. */
  CompletableFuture<Integer> ended() {
    return ended;
  }

  /** As ECS stops a container: a signal first, and an end when that does not help. */
  void stop() {
    process.destroy();
    process
        .onExit()
        .orTimeout(GRACE_SECONDS, TimeUnit.SECONDS)
        .whenComplete((over, late) -> process.destroyForcibly());
  }

  /** At once. */
  void kill() {
    process.destroyForcibly();
  }
}
