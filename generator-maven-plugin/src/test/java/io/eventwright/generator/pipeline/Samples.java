package io.eventwright.generator.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample systems, copied so that a test may change them. */
public final class Samples {

  private static final Path SAMPLES = Path.of("../sample-schemas/src/main/resources/samples");

  private Samples() {}

  /** The names of all samples. */
  public static List<String> names() {
    return List.of("quickstart", "arcade");
  }

  /** A project with the sample in {@code src/main/events}. */
  public static Path project(String sample, Path base) throws IOException {
    Path source = SAMPLES.resolve(sample);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = base.resolve("src/main/events").resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return base;
  }

  /** What the goals would ask for in such a project. */
  public static GenerationRequest request(Path base) {
    return new GenerationRequest(
        base,
        base.resolve("src/main/events"),
        List.of(base.resolve("src/main/java")),
        base.resolve("target/generated-sources/events"),
        base.resolve("target/sam"),
        base.resolve("target/sam/functions.jar"),
        "java25");
  }
}
