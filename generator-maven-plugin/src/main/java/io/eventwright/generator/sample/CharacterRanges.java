package io.eventwright.generator.sample;

import java.util.ArrayList;
import java.util.List;

/** Sets of characters as ranges, both ends included; of large sets a part that people can read. */
final class CharacterRanges {

  static final List<int[]> LETTERS = List.of(range('a', 'z'));
  private static final List<int[]> CAPITALS = List.of(range('A', 'Z'));
  private static final List<int[]> DIGITS = List.of(range('0', '9'));
  private static final List<int[]> WORD = List.of(range('a', 'z'), range('0', '9'), only('_'));

  private CharacterRanges() {}

  static int[] only(int c) {
    return new int[] {c, c};
  }

  private static int[] range(int from, int to) {
    return new int[] {from, to};
  }

  /** What an escape of one letter stands for, empty when it has no such meaning. */
  static List<int[]> ofEscape(int letter) {
    return switch (letter) {
      case 'd' -> DIGITS;
      case 'w' -> WORD;
      case 's' -> List.of(only(' '));
      case 'D', 'S' -> LETTERS;
      case 'W' -> List.of(only('-'), only(' '));
      case 't' -> List.of(only('\t'));
      case 'n' -> List.of(only('\n'));
      case 'r' -> List.of(only('\r'));
      case 'f' -> List.of(only('\f'));
      case 'v' -> List.of(only(0x0B));
      case '0' -> List.of(only(0));
      default -> List.of();
    };
  }

  /** Characters of a Unicode property, empty when it is not known here. */
  static List<int[]> ofProperty(String name) {
    String value = name.substring(name.indexOf('=') + 1);
    return switch (value) {
      case "L", "Letter", "Ll", "Lowercase_Letter", "Lowercase", "Alphabetic", "Latin", "ASCII" ->
          LETTERS;
      case "Lu", "Uppercase_Letter", "Uppercase" -> CAPITALS;
      case "N", "Number", "Nd", "Decimal_Number" -> DIGITS;
      case "P", "Punctuation", "Pd", "Dash_Punctuation" -> List.of(only('-'));
      case "Greek" -> List.of(range(0x3B1, 0x3C1));
      case "Cyrillic" -> List.of(range(0x430, 0x44F));
      default -> List.of();
    };
  }

  /** The printable characters of ASCII that are in none of the ranges. */
  static List<int[]> printableBut(List<int[]> ranges) {
    List<int[]> left = new ArrayList<>();
    for (int c = ' '; c <= '~'; c++) {
      int each = c;
      if (ranges.stream().noneMatch(range -> range[0] <= each && each <= range[1])) {
        left.add(only(each));
      }
    }
    return left;
  }
}
