package io.eventwright.generator.sample;

import io.eventwright.generator.sample.PatternTexts.Chars;
import io.eventwright.generator.sample.PatternTexts.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between brackets in an expression. */
final class CharacterClassReader {

  private final PatternReader reader;

  CharacterClassReader(PatternReader reader) {
    this.reader = reader;
  }

  /** Reads up to the closing bracket; the opening one is read. */
  Part read() throws UnknownPattern {
    boolean negated = reader.next('^');
    List<int[]> ranges = new ArrayList<>();
    while (!reader.next(']')) {
      List<int[]> first = member();
      if (first.size() == 1 && first.get(0)[0] == first.get(0)[1] && reader.next('-')) {
        if (reader.sees(']')) {
          ranges.addAll(first);
          ranges.add(CharacterRanges.only('-'));
          continue;
        }
        List<int[]> last = member();
        if (last.size() != 1 || last.get(0)[1] < first.get(0)[0]) {
          throw new UnknownPattern("a range");
        }
        ranges.add(new int[] {first.get(0)[0], last.get(0)[1]});
      } else {
        ranges.addAll(first);
      }
    }
    List<int[]> all = negated ? CharacterRanges.printableBut(ranges) : ranges;
    if (all.isEmpty()) {
      throw new UnknownPattern("a class with nothing in it");
    }
    return new Chars(List.copyOf(all));
  }

  private List<int[]> member() throws UnknownPattern {
    if (reader.next('\\')) {
      return reader.next('b') ? List.of(CharacterRanges.only('\b')) : reader.escape();
    }
    return List.of(CharacterRanges.only(reader.codePoint()));
  }
}
