package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever {@code system.yaml} holds, it ends in diagnostics or in a system, and stays inside. */
class HostileSystemTest {

  private static final int ROUNDS = 120;
  private static final List<String> SCRAPS =
      List.of(
          "../../../etc/passwd",
          "*/ class X {",
          "\u202e",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          "- ",
          "null",
          "true",
          "@",
          "@latest",
          "@9999",
          "..",
          "\t",
          "\n",
          "\r\n",
          "\0",
          "&a ",
          "*a",
          "!!",
          "#",
          "${AWS::StackName}",
          "$stack",
          "{% 1 %}",
          "9999999999999999999",
          "-1",
          "0",
          "1e400",
          "NaN",
          "<<: ",
          "system",
          "package",
          "on",
          "data.",
          "é",
          "😀",
          "COM1",
          "con",
          " by ");

  @TempDir Path base;

  @Test
  void endsInDiagnosticsOrInASystem() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    Path file = base.resolve("src/main/events/system.yaml");
    String original = Files.readString(file);
    Random random = new Random(20261123);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Files.writeString(file, mutated(original, random));
      GenerationResult result = GenerationPipeline.check(request);
      for (Diagnostic each : result.diagnostics()) {
        assertEquals(1, each.toString().lines().count(), "not one line: " + each);
        assertTrue(each.location().line() >= 1 && each.location().column() >= 1, each::toString);
      }
      refused += result.isRefused() ? 1 : 0;
    }
    assertTrue(refused > ROUNDS / 2, "the mutations are too tame: " + refused);
    try (Stream<Path> files = Files.list(base)) {
      assertEquals(List.of("src"), files.map(each -> each.getFileName().toString()).toList());
    }
  }

  private static String mutated(String original, Random random) {
    List<String> lines = new ArrayList<>(original.lines().toList());
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int column = random.nextInt(line.length() + 1);
      String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), line);
        case 2 -> lines.set(at, line.substring(0, column) + scrap + line.substring(column));
        case 3 -> lines.set(at, line.substring(0, column) + scrap);
        default -> lines.set(at, line.replaceFirst("[a-z]+", scrap.replace("$", "\\$")));
      }
    }
    return String.join("\n", lines);
  }
}
