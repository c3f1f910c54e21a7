package io.eventwright.generator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code rules} is a case: a {@code system.yaml}, perhaps schemas of its own, and
 * what is to be found, exactly. Run with {@code -Dgoldens.refresh=true} to write what is found
 * today, and read the difference.
 */
class RuleCasesTest {

  private static final Path CASES = Path.of("src/test/resources/rules");
  private static final String SHARED = "_shared";

  @TempDir Path base;

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith(SHARED))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactly(Path folder) throws IOException {
    copy(CASES.resolve(SHARED));
    copy(folder);
    String found =
        diagnostics(folder).stream()
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("goldens.refresh")) {
      Files.writeString(expected, found);
    }
    assertEquals(Files.readString(expected), found);
    assertTrue(
        found.contains("[" + ruleOf(folder) + "]"), "the case is not named after what it finds");
  }

  @Test
  void everyRuleHasACase() throws IOException {
    Set<String> missing = new TreeSet<>();
    SystemChecks.RULES.forEach(rule -> missing.add(rule.id()));
    cases().forEach(folder -> missing.remove(ruleOf(folder)));
    assertEquals(Set.of(), missing);
  }

  /** {@code unknown-path-2} is the second case of {@code unknown-path}. */
  private static String ruleOf(Path folder) {
    return folder.getFileName().toString().replaceFirst("-\\d+$", "");
  }

  private List<Diagnostic> diagnostics(Path folder) throws IOException {
    Diagnostics found = new Diagnostics();
    Checked<SystemUnderCheck> loaded =
        found.take(SystemLoader.load(new InputFolder(base, ""), Set.of()));
    if (loaded.valueOrNull() != null) {
      found.addAll(SystemChecks.check(loaded.value()));
    }
    // No case has classes, so that all would have this one.
    return found.list().stream()
        .filter(each -> !each.ruleId().equals(MissingClass.ID) || isFor(MissingClass.ID, folder))
        .toList();
  }

  private static boolean isFor(String rule, Path folder) {
    return ruleOf(folder).equals(rule);
  }

  private void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = base.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    }
  }
}
