package io.eventwright.generator.load.schema;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.emit.java.validator.ValidatorEmitter;
import io.eventwright.generator.emit.java.validator.ValidatorTarget;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Broken schemas from a fixed seed, or {@code -Dfuzz.seed}, for {@code -Dfuzz.seconds} (3 by
 * default): each is linked and emitted, or refused with a diagnostic that has a place. What ever
 * failed is kept as a file in {@code fuzz/schema} and tried first.
 */
class SchemaFuzzTest {

  private static final long SEED = 20_261_123;

  /** The seconds are shared out: a minute's work of one processor is half a minute of two. */
  private static final int THREADS = ForkJoinPool.getCommonPoolParallelism() + 1;

  private static final List<String> SCRAPS =
      List.of(
          "{}",
          "[]",
          "true",
          "false",
          "null",
          "1",
          "-1",
          "0.5",
          "1e999999999",
          "\"\"",
          "\"#\"",
          "\"#/\"",
          "\"string\"",
          "\"$ref\":\"#\",",
          "\"$id\":\"x\",",
          "\"$anchor\":\"a\",",
          "\"$dynamicRef\":\"#a\",",
          "\"$dynamicAnchor\":\"a\",",
          "\"$schema\":\"http://json-schema.org/draft-04/schema#\",",
          "\"items\":[{}],",
          "\"not\":{},",
          "\"if\":true,",
          "\"type\":",
          "\"pattern\":\"(a|\",",
          "\"enum\":[],",
          "\"required\":",
          "\"dependencies\":",
          "\"properties\":",
          "*/",
          "\\u0000",
          "\\ud800",
          "\"minItems\":1e3,",
          "\"multipleOf\":0,",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":");

  private record Case(String name, String text) {}

  @Test
  void anySchemaIsLinkedOrRefused() throws Exception {
    List<Case> corpus = corpus();
    corpus.forEach(each -> check(each.name(), each.text()));
    long seed = Long.getLong("fuzz.seed", SEED);
    List<Found> found =
        LongStream.range(0, THREADS)
            .parallel()
            .mapToObj(thread -> fuzz(corpus, new Random(seed + thread)))
            .toList();
    long count = found.stream().mapToLong(Found::schemas).sum();
    long linked = found.stream().mapToLong(Found::linked).sum();
    System.out.println("fuzz schemas: " + count + ", " + linked + " of them linked");
    assertTrue(linked > 0 && linked < count);
  }

  private record Found(long schemas, long linked) {}

  private static Found fuzz(List<Case> corpus, Random random) {
    long seconds = Long.getLong("fuzz.seconds", 3);
    long end = System.nanoTime() + seconds * 1_000_000_000L / THREADS;
    long count = 0;
    long linked = 0;
    while (System.nanoTime() < end) {
      Case seed = corpus.get(random.nextInt(corpus.size()));
      String text = mutate(seed.text(), random);
      try {
        linked += check(seed.name(), text) ? 1 : 0;
      } catch (RuntimeException | Error e) {
        fail(seed.name() + ": " + text, e);
      }
      count++;
    }
    return new Found(count, linked);
  }

  private static List<Case> corpus() throws IOException, URISyntaxException {
    Path folder = Path.of(SchemaFuzzTest.class.getResource("/fuzz/schema").toURI());
    List<Case> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        all.add(new Case(file.getFileName().toString(), text));
      }
    }
    return all;
  }

  private static String mutate(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    int rounds = 1 + random.nextInt(3);
    for (int i = 0; i < rounds; i++) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        case 2 -> text.replace(at, to, SCRAPS.get(random.nextInt(SCRAPS.size())));
        default -> {
          // After a colon a whole value can stand: most such schemas are still JSON.
          int colon = text.indexOf(":", at);
          if (colon >= 0) {
            text.insert(colon + 1, SCRAPS.get(random.nextInt(14)) + ",\"x\":");
          }
        }
      }
    }
    return text.toString();
  }

  private static boolean check(String name, String text) {
    for (LoaderOptions options :
        List.of(
            LoaderOptions.forEvents(),
            LoaderOptions.byTheLetter(LoaderOptions.forEvents().defaultDialect()))) {
      Checked<SchemaSet> loaded =
          SchemaLoader.load(List.of(SchemaSource.ofText(name, text)), options);
      for (Diagnostic each : loaded.diagnostics()) {
        assertTrue(each.location().line() > 0 && each.location().column() > 0, each::toString);
      }
      if (!loaded.hasErrors()) {
        SchemaKey root = loaded.value().roots().get(name);
        assertNotNull(root);
        new ValidatorEmitter(loaded.value()).emit(List.of(new ValidatorTarget(root, "p", "V")));
        return true;
      }
    }
    return false;
  }
}
