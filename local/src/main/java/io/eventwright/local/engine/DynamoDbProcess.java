package io.eventwright.local.engine;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB Local, in memory, in a process of its own: its licence wants it apart, and its class
 * path holds old versions of what everybody uses.
 */
public final class DynamoDbProcess implements AutoCloseable {

  /** To be shown when it starts. */
  public static final String LICENCE_NOTE =
      "DynamoDB Local is used under the Amazon DynamoDB Local License Agreement, which asks for an"
          + " AWS account in good standing.";

  private static final int ATTEMPTS = 3;

  private final Process process;
  private final URI endpoint;
  private final Thread shutdown;

  private DynamoDbProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
    this.shutdown = new Thread(process::destroyForcibly, "dynamodb-local-end");
    Runtime.getRuntime().addShutdownHook(shutdown);
  }

  /** Where it listens: loopback only. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param classPath DynamoDB Local with what it needs
   * @param log where its output goes
   */
  public static DynamoDbProcess start(List<Path> classPath, Path log)
      throws IOException, InterruptedException {
    if (classPath.isEmpty()) {
      throw new IllegalStateException(
          "No class path of DynamoDB Local. Run the goal events:engines first.");
    }
    IOException last = new IOException("DynamoDB Local was not tried");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return attempt(classPath, log);
      } catch (IOException e) {
        last = e; // another process may have taken the port between our look and its start
      }
    }
    throw last;
  }

  private static DynamoDbProcess attempt(List<Path> classPath, Path log)
      throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(command(classPath, port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
        return new DynamoDbProcess(process, URI.create("http://127.0.0.1:" + socket.getPort()));
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    process.destroyForcibly();
    throw new IOException("DynamoDB Local did not start:\n" + Files.readString(log));
  }

  private static List<String> command(List<Path> classPath, int port) throws IOException {
    Set<String> nativeFolders = new LinkedHashSet<>();
    List<Path> jars = new ArrayList<>();
    for (Path entry : classPath) {
      if (entry.toString().endsWith(".jar") || Files.isDirectory(entry)) {
        jars.add(entry);
      } else {
        nativeFolders.add(String.valueOf(entry.getParent()));
      }
    }
    jars.add(ownLocation());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starts in two thirds of the time; measured in docs/local-cloud.md.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-Djava.library.path=" + String.join(File.pathSeparator, nativeFolders));
    command.addAll(
        List.of(
            "-cp",
            ClassPaths.join(jars),
            Guarded.class.getName(),
            LoopbackDynamoDb.class.getName()));
    command.addAll(
        List.of("-inMemory", "-sharedDb", "-disableTelemetry", "-port", String.valueOf(port)));
    return command;
  }

  private static Path ownLocation() throws IOException {
    CodeSource source = Guarded.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdown);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook runs.
    }
  }
}
