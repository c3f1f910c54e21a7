package io.eventwright.local;

import io.eventwright.local.delivery.Pace;
import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.sample.Keeper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One cloud for all tests of this module: the engines start once. */
final class TestCloud {

  /** Far more than anything here takes, however busy the machine: waiting ends when idle. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  static final List<String> LOG = new CopyOnWriteArrayList<>();

  private static @Nullable Cloud cloud;

  private TestCloud() {}

  static synchronized Cloud get() throws IOException, InterruptedException {
    if (cloud == null) {
      cloud = Cloud.start(settings(resource("template.yaml"), 60, false));
      Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
    }
    return cloud;
  }

  static CloudSettings settings(Path template, double speed, boolean processes) throws IOException {
    return new CloudSettings(
        template,
        classPaths(),
        Path.of("target", "eventwright"),
        Path.of("target", "secrets.yaml"),
        0,
        "us-east-1",
        "test",
        Map.of(),
        new Pace(speed),
        processes,
        (function, line) -> LOG.add(function + ": " + line));
  }

  static Path resource(String name) {
    try {
      return Path.of(java.util.Objects.requireNonNull(TestCloud.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** DynamoDB Local's from the build's file; the others' from this module's own test class path. */
  static ClassPaths classPaths() throws IOException {
    List<Path> dynamoDb =
        ClassPaths.split(Files.readString(Path.of("target", "dynamodb-local.classpath")).strip());
    Path own = location(Keeper.class);
    Path runtime = location(io.eventwright.runtime.Environment.class);
    List<Path> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> entry.toString().endsWith(".jar") && !entry.equals(runtime))
            .toList();
    return new ClassPaths(dynamoDb, libraries, List.of(own, runtime), libraries);
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
