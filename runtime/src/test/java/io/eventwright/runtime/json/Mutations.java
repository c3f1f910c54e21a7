package io.eventwright.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks documents in ways that are the same for the same seed. */
final class Mutations {

  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "\\u0000",
          "null",
          "true",
          "1e9",
          "-",
          ".",
          "0",
          "1e999999999",
          "\u0000",
          "\u00e9",
          "\ud83d\ude00",
          "\u2028",
          " ",
          "\n",
          "NaN",
          "/*",
          "\"a\":",
          "\"\":",
          "9223372036854775808",
          "0.1e-10");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  byte[] next(List<byte[]> seeds) {
    byte[] document = seeds.get(random.nextInt(seeds.size())).clone();
    int rounds = 1 + random.nextInt(4);
    for (int i = 0; i < rounds; i++) {
      document = mutate(document, seeds);
    }
    return document;
  }

  private byte[] mutate(byte[] document, List<byte[]> seeds) {
    int at = random.nextInt(document.length + 1);
    int to = Math.min(document.length, at + random.nextInt(8));
    return switch (random.nextInt(6)) {
      case 0 -> splice(document, at, to, new byte[0]);
      case 1 -> splice(document, at, at, scrap());
      case 2 -> splice(document, at, to, scrap());
      case 3 ->
          splice(
              document,
              at,
              Math.min(document.length, at + 1),
              new byte[] {(byte) random.nextInt()});
      case 4 ->
          splice(
              document,
              at,
              at,
              Arrays.copyOfRange(document, at, Math.min(document.length, at + random.nextInt(64))));
      default -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length + 1);
        yield splice(
            document, at, to, Arrays.copyOfRange(other, from, Math.min(other.length, from + 32)));
      }
    };
  }

  private byte[] scrap() {
    return SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] splice(byte[] document, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + document.length - to];
    System.arraycopy(document, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(document, to, result, from + middle.length, document.length - to);
    return result;
  }
}
