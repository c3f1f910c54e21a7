package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of patterns names every letter, and tests that exist. */
class AToZPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyLetterIsThereAndNamesWhatShowsItOrSaysThatItIsMissing() throws IOException {
    List<String> rows = rows();
    assertEquals(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        rows.stream().map(row -> row.substring(2, 3)).collect(Collectors.joining()));
    for (String row : rows) {
      assertTrue(TEST.matcher(row).find() || row.contains("**Not there yet**"), row);
    }
  }

  @Test
  void testsThatThePageNamesExist() throws IOException {
    Set<String> named =
        TEST.matcher(String.join("\n", rows()))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> existing = new TreeSet<>();
    for (Path sources : sources()) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith("Test.java"))
            .forEach(name -> existing.add(name.substring(0, name.length() - ".java".length())));
      }
    }
    Set<String> missing = new TreeSet<>(named);
    missing.removeAll(existing);
    assertEquals(Set.of(), missing);
  }

  private static List<String> rows() throws IOException {
    return Pattern.compile("(?m)^\\| [A-Z] \\|.*$")
        .matcher(Files.readString(ROOT.resolve("docs/a-to-z.md")))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    found.add(ROOT.resolve("it/proof/src/test/java"));
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .forEach(found::add);
    }
    return found;
  }
}
