package io.eventwright.generator.sample;

import io.eventwright.generator.sample.PatternTexts.Chars;
import io.eventwright.generator.sample.PatternTexts.Choice;
import io.eventwright.generator.sample.PatternTexts.Part;
import io.eventwright.generator.sample.PatternTexts.Repeat;
import io.eventwright.generator.sample.PatternTexts.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of ECMA-262's expressions that texts can be made for. */
final class PatternReader {

  private static final int MOST_REPEATS = 10_000;
  private static final int DEEPEST = 100;
  private static final Part NOTHING = new Sequence(List.of());
  private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,5})(,([0-9]{1,9})?)?\\}");
  private static final Pattern GROUP = Pattern.compile("\\?(?::|<[A-Za-z_$][A-Za-z0-9_$]*>)");

  private final String regex;
  private int at;
  private int depth;

  PatternReader(String regex) {
    this.regex = regex;
  }

  Part read() throws UnknownPattern {
    Part part = choice();
    if (at < regex.length()) {
      throw new UnknownPattern("a closing parenthesis");
    }
    return part;
  }

  private Part choice() throws UnknownPattern {
    if (++depth > DEEPEST) {
      throw new UnknownPattern("groups nested deeply");
    }
    List<Part> arms = new ArrayList<>(List.of(sequence()));
    while (next('|')) {
      arms.add(sequence());
    }
    depth--;
    return arms.size() == 1 ? arms.get(0) : new Choice(arms);
  }

  private Part sequence() throws UnknownPattern {
    List<Part> parts = new ArrayList<>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new Sequence(parts);
  }

  private Part repeated(Part part) throws UnknownPattern {
    int least = 1;
    int most = 1;
    Matcher count = COUNT.matcher(regex).region(at, regex.length());
    if (next('*')) {
      least = 0;
      most = -1;
    } else if (next('+')) {
      most = -1;
    } else if (next('?')) {
      least = 0;
    } else if (count.lookingAt()) {
      at = count.end();
      least = Integer.parseInt(count.group(1));
      most = count.group(2) == null ? least : -1;
      most = count.group(3) == null ? most : Integer.parseInt(count.group(3));
    } else {
      return part;
    }
    next('?');
    if (least > MOST_REPEATS || most >= 0 && most < least) {
      throw new UnknownPattern("repetitions");
    }
    return new Repeat(part, least, most);
  }

  private Part atom() throws UnknownPattern {
    char c = regex.charAt(at);
    if (c == '(') {
      return group();
    }
    if (c == '[') {
      at++;
      return new CharacterClassReader(this).read();
    }
    if (next('^') || next('$')) {
      return NOTHING;
    }
    if (next('.')) {
      return new Chars(CharacterRanges.LETTERS);
    }
    if (c == '\\') {
      at++;
      if (next('b') || next('B')) {
        return NOTHING;
      }
      return new Chars(escape());
    }
    return new Chars(List.of(CharacterRanges.only(codePoint())));
  }

  private Part group() throws UnknownPattern {
    at++;
    boolean around = regex.startsWith("?=", at) || regex.startsWith("?!", at);
    around |= regex.startsWith("?<=", at) || regex.startsWith("?<!", at);
    Matcher kind = GROUP.matcher(regex).region(at, regex.length());
    if (around) {
      at += regex.charAt(at + 1) == '<' ? 3 : 2;
    } else if (kind.lookingAt()) {
      at = kind.end();
    }
    Part part = choice();
    if (!next(')')) {
      throw new UnknownPattern("an open group");
    }
    return around ? NOTHING : part;
  }

  /** The characters of an escape whose backslash is read. */
  List<int[]> escape() throws UnknownPattern {
    int c = codePoint();
    List<int[]> known = CharacterRanges.ofEscape(c);
    if (!known.isEmpty()) {
      return known;
    }
    return switch (c) {
      case 'x' -> List.of(CharacterRanges.only(hex(2)));
      case 'u' -> List.of(CharacterRanges.only(next('{') ? hexUpTo('}') : hex(4)));
      case 'p' -> property();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'c', 'P' ->
          throw new UnknownPattern("\\" + (char) c);
      default -> List.of(CharacterRanges.only(c));
    };
  }

  private List<int[]> property() throws UnknownPattern {
    int end = regex.indexOf('}', at);
    if (!next('{') || end < 0) {
      throw new UnknownPattern("\\p");
    }
    String name = regex.substring(at, end);
    at = end + 1;
    List<int[]> ranges = CharacterRanges.ofProperty(name);
    if (ranges.isEmpty()) {
      throw new UnknownPattern("\\p{" + name + "}");
    }
    return ranges;
  }

  private int hexUpTo(char last) throws UnknownPattern {
    int end = regex.indexOf(last, at);
    int value = hex(Math.max(0, end - at));
    at++;
    return value;
  }

  private int hex(int digits) throws UnknownPattern {
    try {
      int value = Integer.parseInt(regex.substring(at, at + digits), 16);
      at += digits;
      return value;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new UnknownPattern("an escape");
    }
  }

  boolean next(char expected) {
    if (at < regex.length() && regex.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether a character comes next; it is not read. */
  boolean sees(char expected) {
    return at < regex.length() && regex.charAt(at) == expected;
  }

  int codePoint() throws UnknownPattern {
    if (at >= regex.length()) {
      throw new UnknownPattern("an early end");
    }
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }
}
