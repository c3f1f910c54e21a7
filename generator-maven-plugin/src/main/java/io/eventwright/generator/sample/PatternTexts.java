package io.eventwright.generator.sample;

import java.util.List;
import java.util.Optional;

/**
 * Makes texts that an ECMA-262 expression is likely found in. Look around is left to chance and
 * references back are not known, so the caller has to look whether the expression is found.
 */
final class PatternTexts {

  private static final int MOST_STEPS = 50_000;

  private PatternTexts() {}

  /** A part of an expression. */
  sealed interface Part permits Chars, Sequence, Choice, Repeat {}

  /** One character of some ranges, each from and to, both included. */
  record Chars(List<int[]> ranges) implements Part {}

  /** One after another. */
  record Sequence(List<Part> parts) implements Part {}

  /** One of several. */
  record Choice(List<Part> parts) implements Part {}

  /** Several times; {@code most} is -1 where there is no end. */
  record Repeat(Part part, int least, int most) implements Part {}

  /**
   * A text, empty when the expression has something that is not known here, or asks for more than
   * anyone would read.
   *
   * @param spread how often at most something is repeated beyond what it must be
   */
  static Optional<String> text(String regex, SeededNumbers random, int spread) {
    try {
      Writer writer = new Writer(random, spread);
      writer.append(new PatternReader(regex).read());
      return Optional.of(writer.text.toString());
    } catch (UnknownPattern unknown) {
      return Optional.empty();
    }
  }

  private static final class Writer {

    private final SeededNumbers random;
    private final int spread;
    private final StringBuilder text = new StringBuilder();
    private int steps;

    Writer(SeededNumbers random, int spread) {
      this.random = random;
      this.spread = spread;
    }

    /** Steps are counted, not letters: what repeats may be empty. */
    void append(Part part) throws UnknownPattern {
      if (++steps > MOST_STEPS) {
        throw new UnknownPattern("too many repetitions");
      }
      if (part instanceof Chars chars) {
        int[] range = random.pick(chars.ranges());
        text.appendCodePoint(range[0] + random.below(Math.min(128, range[1] - range[0] + 1)));
      } else if (part instanceof Sequence sequence) {
        for (Part each : sequence.parts()) {
          append(each);
        }
      } else if (part instanceof Choice choice) {
        append(random.pick(choice.parts()));
      } else if (part instanceof Repeat repeat) {
        int more = repeat.most() < 0 ? spread : Math.min(spread, repeat.most() - repeat.least());
        int times = repeat.least() + random.below(more + 1);
        for (int i = 0; i < times; i++) {
          append(repeat.part());
        }
      }
    }
  }
}
