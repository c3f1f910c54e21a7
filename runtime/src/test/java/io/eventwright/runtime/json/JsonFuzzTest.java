package io.eventwright.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Broken documents from a fixed seed, or {@code -Dfuzz.seed}, for {@code -Dfuzz.seconds} (3 by
 * default). What ever failed is kept as a file in {@code fuzz/json} and tried first.
 */
class JsonFuzzTest {

  private static final long SEED = 20_261_123;

  /** The seconds are shared out: a minute's work of one processor is half a minute of two. */
  private static final int THREADS = ForkJoinPool.getCommonPoolParallelism() + 1;

  @Test
  void anyBytesAreAValueOrAFailureWithItsOffset() throws Exception {
    List<byte[]> corpus = corpus();
    for (byte[] document : corpus) {
      check(document);
    }
    long seed = Long.getLong("fuzz.seed", SEED);
    List<Found> found =
        LongStream.range(0, THREADS)
            .parallel()
            .mapToObj(thread -> fuzz(corpus, new Mutations(seed + thread)))
            .toList();
    long count = found.stream().mapToLong(Found::documents).sum();
    long values = found.stream().mapToLong(Found::values).sum();
    System.out.println("fuzz json: " + count + " documents, " + values + " of them JSON");
    assertTrue(values > 0 && values < count);
  }

  private record Found(long documents, long values) {}

  private static Found fuzz(List<byte[]> corpus, Mutations mutations) {
    long seconds = Long.getLong("fuzz.seconds", 3);
    long end = System.nanoTime() + seconds * 1_000_000_000L / THREADS;
    long count = 0;
    long values = 0;
    while (System.nanoTime() < end) {
      byte[] document = mutations.next(corpus);
      try {
        values += check(document) ? 1 : 0;
      } catch (IOException | RuntimeException | Error e) {
        fail("document " + Base64.getEncoder().encodeToString(document), e);
      }
      count++;
    }
    return new Found(count, values);
  }

  static List<byte[]> corpus() throws IOException, URISyntaxException {
    Path folder = Path.of(JsonFuzzTest.class.getResource("/fuzz/json").toURI());
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }

  /** Whether the document is JSON; everything that must hold is asserted. */
  private static boolean check(byte[] document) throws IOException {
    JsonValue value;
    try {
      value = Json.parse(document);
    } catch (JsonParseFailure e) {
      assertTrue(e.offset() >= 0 && e.offset() <= document.length, e::toString);
      return false;
    }
    assertEquals(value, Json.parse(value.toString()));
    assertEquals(value, Json.parse(new String(document, StandardCharsets.UTF_8)));
    byte[] canonical = Json.canonicalBytes(value);
    JsonValue again =
        Json.parse(canonical, new JsonLimits(1 << 25, 256, 1 << 25, 1 << 20, 20_000, 20_000));
    assertEquals(value, again);
    assertEquals(value.hashCode(), again.hashCode());
    assertArrayEquals(canonical, Json.canonicalBytes(again));
    assertEquals(0, new JsonOrder().compare(value, again));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (JsonGenerator generator = Json.factory(JsonLimits.DEFAULT).createGenerator(written)) {
      Json.write(value, generator);
    }
    assertEquals(value, Json.parse(written.toByteArray()));
    sameTokens(document, value);
    return true;
  }

  private static void sameTokens(byte[] document, JsonValue value) throws IOException {
    try (JsonParser expected = Json.parser(document, JsonLimits.DEFAULT);
        JsonParser actual = Json.parser(value)) {
      JsonToken token;
      do {
        token = expected.nextToken();
        assertEquals(token, actual.nextToken());
        assertEquals(expected.getText(), actual.getText());
      } while (token != null);
    }
  }
}
