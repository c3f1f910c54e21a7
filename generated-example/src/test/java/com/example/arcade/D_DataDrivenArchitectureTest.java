package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Inventories;
import com.example.arcade.projection.PurchaseHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * D: the business logic speaks of events and entities, and sees no table: what is compiled of it
 * names neither the SDK nor what the runtime stores with.
 */
class D_DataDrivenArchitectureTest {
  /** A class file names what it uses in its constants, slashes for dots. */
  private static final Pattern FOREIGN =
      Pattern.compile("software/amazon/[a-z]+|com/amazonaws/[a-z]+|io/eventwright/runtime/[a-z]+");

  /** What a worker is written with: values, and how to ask for what is outside. */
  private static final Set<String> ALLOWED =
      Set.of(
          "io/eventwright/runtime/condition",
          "io/eventwright/runtime/entity",
          "io/eventwright/runtime/event",
          "io/eventwright/runtime/guard",
          "io/eventwright/runtime/saga",
          "io/eventwright/runtime/trigger",
          "io/eventwright/runtime/worker");

  @Test
  void domainCodeNamesNeitherTheSdkNorTheRuntimesStorage() {
    List<Path> domain = domain();
    assertTrue(domain.size() >= 15, domain::toString);
    Set<String> used = new TreeSet<>();
    for (Path file : domain) {
      Matcher named = FOREIGN.matcher(constants(file));
      while (named.find()) {
        used.add(ALLOWED.contains(named.group()) ? named.group() : file + " " + named.group());
      }
    }
    assertEquals(List.of(), used.stream().filter(each -> !ALLOWED.contains(each)).toList());
    assertTrue(used.contains("io/eventwright/runtime/worker"), "the pattern finds what is there");
  }

  /** What data are reached with is generated: by id, by version, page by page. */
  @Test
  void dataAreReachedThroughWhatIsGenerated() {
    assertEquals("inventory", Inventories.TYPE.name());
    assertEquals("purchase-history", PurchaseHistory.TYPE.name());
  }

  /** Classes of the package that the user writes, which generated code only adds packages below. */
  private static List<Path> domain() {
    Path folder =
        Path.of("target/classes", D_DataDrivenArchitectureTest.class.getPackageName().split("\\."));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !Objects.equals(file.getFileName(), Path.of("package-info.class")))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String constants(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
