package io.eventwright.local;

import io.eventwright.local.delivery.Pace;
import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.function.LogSink;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings from the file that {@code events:engines} wrote, and what a caller wants otherwise. */
final class CloudOptions {

  private CloudOptions() {}

  /**
   * The settings.
   *
   * @param options {@code file} is required; {@code port}, {@code speed}, {@code region} and {@code
   *     processes} have defaults
   */
  static CloudSettings of(Map<String, String> options, LogSink log) throws IOException {
    Path file = Path.of(options.getOrDefault("file", "target/eventwright/local.properties"));
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Path folder = file.toAbsolutePath().getParent();
    return new CloudSettings(
        Path.of(properties.getProperty("template")),
        ClassPaths.read(file),
        folder == null ? Path.of(".") : folder,
        Path.of(properties.getProperty("secrets", "local/secrets.yaml")),
        Integer.parseInt(options.getOrDefault("port", "0")),
        options.getOrDefault("region", "us-east-1"),
        properties.getProperty("stack", "local"),
        Map.of(),
        new Pace(Double.parseDouble(options.getOrDefault("speed", "1"))),
        Boolean.parseBoolean(options.getOrDefault("processes", "false")),
        log);
  }
}
