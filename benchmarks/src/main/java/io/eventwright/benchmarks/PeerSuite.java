package io.eventwright.benchmarks;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The peer's figures in docs/conformance.md: networknt's validator over the official suite, default
 * configuration, the suite's remotes given, formats asserted in the format column only. A schema
 * that it cannot load, and an instance on which it throws, count as failed.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.eventwright.benchmarks.PeerSuite
 * PATH/TO/JSON-Schema-Test-Suite}
 */
public final class PeerSuite {
  private static final Map<String, SpecificationVersion> DIALECTS =
      new TreeMap<>(
          Map.of(
              "draft4", SpecificationVersion.DRAFT_4,
              "draft6", SpecificationVersion.DRAFT_6,
              "draft7", SpecificationVersion.DRAFT_7,
              "draft2019-09", SpecificationVersion.DRAFT_2019_09,
              "draft2020-12", SpecificationVersion.DRAFT_2020_12));
  private static final String REMOTES = "http://localhost:1234/";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path suite;
  private final Map<String, String> remotes = new TreeMap<>();

  private PeerSuite(Path suite) {
    this.suite = suite;
    for (Path file : files(suite.resolve("remotes"), path -> true)) {
      String name = suite.resolve("remotes").relativize(file).toString().replace('\\', '/');
      remotes.put(REMOTES + name, text(file));
    }
  }

  /** Prints a line per dialect, as {@code JsonSchemaSuiteTest} does. */
  public static void main(String[] arguments) {
    PeerSuite peer = new PeerSuite(Path.of(arguments[0]));
    DIALECTS.forEach(
        (name, version) -> {
          Path optional = peer.suite.resolve("tests").resolve(name).resolve("optional");
          Path format = optional.resolve("format");
          System.out.printf(
              "peer %s required: %s, optional: %s, format: %s%n",
              name,
              peer.run(optional.getParent(), path -> !path.startsWith(optional), version, false),
              peer.run(optional, path -> !path.startsWith(format), version, false),
              peer.run(format, path -> true, version, true));
        });
  }

  private String run(
      Path folder, Predicate<Path> wanted, SpecificationVersion version, boolean formats) {
    int passed = 0;
    int total = 0;
    for (Path file : files(folder, wanted)) {
      for (JsonNode group : mapper.readTree(text(file))) {
        SchemaRegistry registry = registry(version, formats);
        for (JsonNode test : group.get("tests")) {
          total++;
          boolean expected = test.get("valid").booleanValue();
          if (agrees(registry, group.get("schema"), test.get("data"), expected)) {
            passed++;
          }
        }
      }
    }
    return passed + " of " + total;
  }

  private static boolean agrees(
      SchemaRegistry registry, JsonNode schema, JsonNode data, boolean expected) {
    try {
      Schema loaded = registry.getSchema(SchemaLocation.of("test:/schema.json"), schema);
      return loaded.validate(data).isEmpty() == expected;
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  private SchemaRegistry registry(SpecificationVersion version, boolean formats) {
    return SchemaRegistry.withDefaultDialect(
        version,
        builder ->
            builder
                .schemas(remotes)
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(formats).build()));
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".json")).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
