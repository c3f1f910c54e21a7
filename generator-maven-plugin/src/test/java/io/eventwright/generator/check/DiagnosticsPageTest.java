package io.eventwright.generator.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.verify.ReleaseVerification;
import io.eventwright.generator.verify.TemplateVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of diagnostics names every rule in the code, and no other. */
class DiagnosticsPageTest {

  private static final Path PAGE = Path.of("../docs/diagnostics.md");
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

  /** How rule ids stand in the code: an argument of a report, or a constant. */
  private static final Pattern ID =
      Pattern.compile(
          "(?:\\b(?:error|warning|note|report|missing|Diagnostic)\\(\\s*(?:[^;\"]*?,\\s*)?"
              + "|\\b(?:RULE|ID)\\s*=\\s*)\"([a-z]+(?:-[a-z0-9]+)+)\"");

  @Test
  void thePageNamesEveryRuleAndNoOther() throws IOException {
    assertEquals(inCode(), onPage());
  }

  private static Set<String> onPage() throws IOException {
    Set<String> ids = new TreeSet<>();
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    while (rows.find()) {
      assertTrue(ids.add(rows.group(1)), rows.group(1) + " is on the page twice");
    }
    return ids;
  }

  private static Set<String> inCode() throws IOException {
    Set<String> ids = new TreeSet<>();
    SystemChecks.RULES.forEach(rule -> ids.add(rule.id()));
    ids.addAll(TemplateVerification.ruleIds());
    ids.addAll(ReleaseVerification.ruleIds());
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher found = ID.matcher(Files.readString(file));
        while (found.find()) {
          ids.add(found.group(1));
        }
      }
    }
    return ids;
  }
}
