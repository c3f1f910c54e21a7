package io.eventwright.generator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.quota.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code template-rules} is a case of the rule that it is named after: a
 * template, perhaps files beside it, and what that rule is to find, exactly. Run with {@code
 * -Dgoldens.refresh=true} to write what is found today, and read the difference.
 */
class TemplateRuleCasesTest {

  private static final Path CASES = Path.of("src/test/resources/template-rules");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactly(Path folder) throws IOException {
    String rule = ruleOf(folder);
    String found =
        TemplateVerification.check(files(folder), "target/sam", Quotas.known()).stream()
            // A case is about its rule: fragments lack much that others ask for.
            .filter(each -> each.ruleId().equals(rule) || !isTemplateRule(each))
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("goldens.refresh")) {
      Files.writeString(expected, found);
    }
    assertEquals(Files.readString(expected), found);
    assertTrue(found.contains("[" + rule + "]"), "the case finds nothing");
  }

  @Test
  void everyRuleHasACase() throws IOException {
    Set<String> missing = new TreeSet<>(TemplateVerification.ruleIds());
    cases().forEach(folder -> missing.remove(ruleOf(folder)));
    assertEquals(Set.of(), missing);
  }

  private static boolean isTemplateRule(Diagnostic diagnostic) {
    return TemplateVerification.ruleIds().contains(diagnostic.ruleId());
  }

  /** {@code input-transformer-2} is the second case of {@code input-transformer}. */
  private static String ruleOf(Path folder) {
    return folder.getFileName().toString().replaceFirst("-\\d+$", "");
  }

  private static List<GeneratedFile> files(Path folder) throws IOException {
    List<GeneratedFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(each -> !each.endsWith("expected.txt")).toList()) {
        files.add(GeneratedFile.ofText(path.getFileName().toString(), Files.readString(path)));
      }
    }
    return files;
  }
}
