package io.eventwright.generator.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of goals has a section for every Mojo, and names every parameter of it there. */
class GoalsPageTest {

  private static final Path PAGE = Path.of("../docs/goals.md");
  private static final Path MOJOS = Path.of("src/main/java/io/eventwright/generator/mojo");

  private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([a-z-]+)\"");
  private static final Pattern PROPERTY = Pattern.compile("\\bproperty = \"([A-Za-z.]+)\"");

  @Test
  void everyGoalHasASectionThatNamesItsOwnParameters() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    for (String source : sources()) {
      for (String goal : all(GOAL, source)) {
        String section = section(page, goal);
        if (section.isEmpty()) {
          missing.add("events:" + goal);
        }
        all(PROPERTY, source).stream()
            .filter(property -> !isNamed(property, section))
            .forEach(property -> missing.add(property + " of events:" + goal));
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** Those of the classes that several goals extend, too: in the section of one of the goals. */
  @Test
  void thePageNamesEveryParameter() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    for (String source : sources()) {
      all(PROPERTY, source).stream().filter(each -> !isNamed(each, page)).forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  /** The goal that Maven's plugin tools add has no source here. */
  @Test
  void helpHasASection() throws IOException {
    assertTrue(isNamed("detail", section(Files.readString(PAGE), "help")));
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(MOJOS)) {
      List<Path> mojos =
          files.filter(each -> each.toString().endsWith("Mojo.java")).sorted().toList();
      assertTrue(mojos.size() >= 8, "the Mojos are not in " + MOJOS);
      return mojos.stream().map(GoalsPageTest::read).toList();
    }
  }

  /** From the goal's heading to the next one; empty when it has none. */
  private static String section(String page, String goal) {
    int start = page.indexOf("\n## `events:" + goal + "`");
    if (start < 0) {
      return "";
    }
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static boolean isNamed(String property, String text) {
    return text.contains("`" + property + "`");
  }

  private static List<String> all(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(found -> found.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
