package io.eventwright.runtime.json.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** A set of code points, as ranges in order. Immutable. */
final class CodePointSet {

  private static final int LAST = Character.MAX_CODE_POINT;

  static final CodePointSet NONE = new CodePointSet(List.of());
  static final CodePointSet DIGITS = range('0', '9');
  static final CodePointSet WORD =
      range('0', '9').and(range('A', 'Z')).and(range('_', '_')).and(range('a', 'z'));

  /** White space and line terminators of ECMA-262. */
  static final CodePointSet SPACE =
      range('\t', '\r')
          .and(of(' '))
          .and(of(0xA0))
          .and(of(0x1680))
          .and(range(0x2000, 0x200A))
          .and(range(0x2028, 0x2029))
          .and(of(0x202F))
          .and(of(0x205F))
          .and(of(0x3000))
          .and(of(0xFEFF));

  static final CodePointSet LINE_ENDS = of('\n').and(of('\r')).and(range(0x2028, 0x2029));

  private record Range(int first, int last) {}

  private final List<Range> ranges;

  private CodePointSet(List<Range> ranges) {
    this.ranges = ranges;
  }

  static CodePointSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CodePointSet range(int first, int last) {
    return new CodePointSet(List.of(new Range(first, last)));
  }

  /** All code points that fulfil a condition. */
  static CodePointSet where(IntPredicate condition) {
    List<Range> ranges = new ArrayList<>();
    int first = -1;
    for (int c = 0; c <= LAST + 1; c++) {
      boolean in = c <= LAST && condition.test(c);
      if (in && first < 0) {
        first = c;
      } else if (!in && first >= 0) {
        ranges.add(new Range(first, c - 1));
        first = -1;
      }
    }
    return new CodePointSet(ranges);
  }

  CodePointSet and(CodePointSet other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    all.sort((a, b) -> Integer.compare(a.first(), b.first()));
    List<Range> merged = new ArrayList<>();
    for (Range range : all) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && range.first() <= last.last() + 1) {
        merged.set(merged.size() - 1, new Range(last.first(), Math.max(last.last(), range.last())));
      } else {
        merged.add(range);
      }
    }
    return new CodePointSet(merged);
  }

  CodePointSet complement() {
    List<Range> gaps = new ArrayList<>();
    int next = 0;
    for (Range range : ranges) {
      if (range.first() > next) {
        gaps.add(new Range(next, range.first() - 1));
      }
      next = range.last() + 1;
    }
    if (next <= LAST) {
      gaps.add(new Range(next, LAST));
    }
    return new CodePointSet(gaps);
  }

  /** The set as a class that both engines read. */
  String toClass() {
    StringBuilder text = new StringBuilder("[");
    if (ranges.isEmpty()) {
      return text.append("^\\x{0}-\\x{10FFFF}]").toString();
    }
    for (Range range : ranges) {
      text.append(literal(range.first()));
      if (range.last() > range.first()) {
        text.append('-').append(literal(range.last()));
      }
    }
    return text.append(']').toString();
  }

  /** One code point as both engines read it. */
  static String literal(int codePoint) {
    boolean plain =
        codePoint >= '0' && codePoint <= '9'
            || codePoint >= 'A' && codePoint <= 'Z'
            || codePoint >= 'a' && codePoint <= 'z';
    return plain
        ? Character.toString(codePoint)
        : "\\x{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
  }
}
