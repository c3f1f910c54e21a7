package io.eventwright.runtime.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** DynamoDB Local in a process of its own, once for all tests of a JVM. */
final class DynamoDbLocal {
  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Path CLASS_PATH = Path.of("target", "dynamodb-local.classpath");
  private static final long PATIENCE_SECONDS = 300;
  private static int port;

  private DynamoDbLocal() {}

  /** Its port on loopback; starts it when it is not running yet. */
  static synchronized int port() throws IOException, InterruptedException {
    if (port == 0) {
      assumeTrue(
          Files.exists(CLASS_PATH),
          "skipped: " + CLASS_PATH + " is missing; the build's process-test-resources writes it");
      port = start();
    }
    return port;
  }

  private static int start() throws IOException, InterruptedException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String classPath = Files.readString(CLASS_PATH).strip();
    Path natives =
        Arrays.stream(classPath.split(java.io.File.pathSeparator))
            .filter(entry -> entry.contains("libsqlite4java-linux-amd64"))
            .map(entry -> Path.of(entry).getParent())
            .findFirst()
            .orElseThrow();
    Path log = Path.of("target", "dynamodb-local-" + ProcessHandle.current().pid() + ".log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djava.library.path=" + natives,
                    "-cp",
                    classPath,
                    MAIN,
                    "-inMemory",
                    // One database, whatever access key a process has.
                    "-sharedDb",
                    "-disableTelemetry",
                    "-port",
                    Integer.toString(free)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    await(process, free, log);
    return free;
  }

  private static void await(Process process, int port, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException("DynamoDB Local ended at once: " + Files.readString(log));
      }
      try {
        new Socket("127.0.0.1", port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("DynamoDB Local did not answer in " + PATIENCE_SECONDS + " s");
  }
}
