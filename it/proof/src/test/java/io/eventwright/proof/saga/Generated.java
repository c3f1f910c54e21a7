package io.eventwright.proof.saga;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the generator makes of a system, by the way that a build goes: load, check, emit, write. */
public final class Generated {
  private static final Path SAMPLES =
      Path.of("..", "..", "sample-schemas", "src", "main", "resources", "samples");

  private static final Path EXAMPLE =
      Path.of("..", "..", "generated-example", "src", "main", "java");

  private Generated() {}

  /** A saga's definition, of a sample; in the other language all its sagas are. */
  static String definition(String sample, String saga, String language) throws IOException {
    Path folder = language.equals("jsonata") ? template(sample) : inAnother(sample, language);
    return Files.readString(folder.resolve(saga + ".asl.json"));
  }

  private static Path inAnother(String sample, String language) throws IOException {
    Path input = Path.of("target", "in-" + language, sample);
    try (Stream<Path> files = Files.walk(SAMPLES.resolve(sample))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = input.resolve(SAMPLES.resolve(sample).relativize(file));
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(file));
      }
    }
    Path system = input.resolve("system.yaml");
    String text = Files.readString(system);
    int sagas = text.indexOf("\nsagas:");
    Files.writeString(
        system,
        text.substring(0, sagas)
            + text.substring(sagas)
                .replaceAll("(?m)^(    )(on: [a-z0-9@-]+)$", "$1$2\n$1language: " + language));
    Path output = Path.of("target", "generated", sample + "-" + language);
    from(input, List.of(EXAMPLE), output);
    return output.resolve("sam");
  }

  /** The folder of a sample's template and of all that lies beside it. */
  public static Path template(String sample) throws IOException {
    Path output = Path.of("target", "generated", sample);
    from(SAMPLES.resolve(sample), List.of(EXAMPLE), output);
    return output.resolve("sam");
  }

  /** Writes a definition where the opinions of other people's programs are asked: .ci/asl. */
  static void forOthers(String name, String definition) throws IOException {
    Path folder = Path.of("target", "asl");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), definition);
  }

  /** Generates from a folder into another; what is wrong with it is an error. */
  static void from(Path input, List<Path> sources, Path output) throws IOException {
    GenerationResult result =
        GenerationPipeline.generate(
            new GenerationRequest(
                Path.of(""),
                input,
                sources,
                output.resolve("java"),
                output.resolve("sam"),
                Path.of("target", "functions.jar"),
                "java25"));
    List<String> errors =
        result.diagnostics().stream().filter(each -> each.isError()).map(String::valueOf).toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(String.join("\n", errors));
    }
  }
}
