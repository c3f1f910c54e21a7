package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.testing.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The official JSON Schema test suite. Its folder is {@code -Dsuite.dir}, by default {@code
 * shared/data/json-schema-test-suite} beside the project; what fails is printed with {@code
 * -Dsuite.failures=true}.
 */
class JsonSchemaSuiteTest {

  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.DRAFT_4,
          Dialect.DRAFT_6,
          Dialect.DRAFT_7,
          Dialect.DRAFT_2019_09,
          Dialect.DRAFT_2020_12);

  /**
   * What docs/conformance.md explains: files, and how many tests of each fail. Nothing else may,
   * required or not.
   */
  private static final Map<String, Integer> EXPLAINED =
      Map.of(
          "tests/draft4/optional/format/hostname.json", 1,
          "tests/draft6/optional/format/hostname.json", 1,
          "tests/draft7/optional/content.json", 4);

  @Test
  void everyRequiredTestPasses() throws Exception {
    String given = System.getProperty("suite.dir", "");
    Path folder = given.isEmpty() ? SharedData.folder("json-schema-test-suite") : Path.of(given);
    List<String> lines = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    int passed = 0;
    int total = 0;
    for (Dialect dialect : DIALECTS) {
      Suite suite = new Suite(folder, dialect);
      Suite.Result required = suite.run(Suite.Level.REQUIRED);
      Suite.Result optional = suite.run(Suite.Level.OPTIONAL);
      Suite.Result format = suite.run(Suite.Level.FORMAT);
      passed += required.passed();
      total += required.total();
      lines.add(
          "suite "
              + dialect.label()
              + " required: "
              + of(required)
              + ", optional: "
              + of(optional)
              + ", format: "
              + of(format));
      failures.addAll(required.failures());
      failures.addAll(unexplained(optional, format));
      if (Boolean.getBoolean("suite.failures")) {
        optional.failures().forEach(System.out::println);
        format.failures().forEach(System.out::println);
      }
    }
    lines.forEach(System.out::println);
    assertEquals(List.of(), failures);
    assertEquals(total, passed);
  }

  private static List<String> unexplained(Suite.Result... levels) {
    Map<String, List<String>> byFile =
        Stream.of(levels)
            .flatMap(level -> level.failures().stream())
            .collect(
                Collectors.groupingBy(
                    failure ->
                        EXPLAINED.keySet().stream()
                            .filter(failure::startsWith)
                            .findFirst()
                            .orElse("")));
    return byFile.entrySet().stream()
        .filter(file -> file.getValue().size() > EXPLAINED.getOrDefault(file.getKey(), 0))
        .flatMap(file -> file.getValue().stream())
        .toList();
  }

  private static String of(Suite.Result result) {
    return result.passed() + " of " + result.total();
  }
}
