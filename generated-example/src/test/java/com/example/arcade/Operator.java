package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.junit.LocalCloud;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Whoever operates the system: each command runs as {@code mvn events:operate} runs it, in a
 * process of its own, with the class path that {@code events:engines} has left.
 */
final class Operator {
  private static final String MAIN = "io.eventwright.local.operate.Operate";
  private static final Path ENGINES = Path.of("target/eventwright/local.properties");

  private final LocalCloud cloud;

  Operator(LocalCloud cloud) {
    this.cloud = cloud;
  }

  /** What a command that goes well prints. */
  String run(String command) throws IOException, InterruptedException {
    Properties engines = new Properties();
    try (Reader reader = Files.newBufferedReader(ENGINES)) {
      engines.load(reader);
    }
    String classPath =
        String.join(
            File.pathSeparator,
            engines.getProperty("local.classpath"),
            engines.getProperty("functions.application"),
            engines.getProperty("functions.libraries"));
    Path template = Path.of(engines.getProperty("template"));
    Path printed = Files.createTempFile("operate", ".txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    MAIN,
                    command,
                    "--stack",
                    engines.getProperty("stack"),
                    "--description",
                    template.resolveSibling("operate.json").toString(),
                    "--endpoint",
                    cloud.endpoint().toString()))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      boolean ended = process.waitFor(Arcade.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      assertTrue(ended, () -> command + " does not end:\n" + text);
      assertEquals(0, process.exitValue(), () -> command + ":\n" + text);
      return text;
    } finally {
      process.destroyForcibly();
      Files.delete(printed);
    }
  }
}
