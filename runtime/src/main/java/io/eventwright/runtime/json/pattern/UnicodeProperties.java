package io.eventwright.runtime.json.pattern;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What {@code \p{...}} names: general categories, scripts and binary properties of Unicode. */
final class UnicodeProperties {

  private static final ConcurrentMap<String, CodePointSet> KNOWN = new ConcurrentHashMap<>();

  /** Long and short names of the general categories (Unicode Standard Annex 44, table 12). */
  private static final String CATEGORIES =
      """
      Lu Uppercase_Letter 1
      Ll Lowercase_Letter 2
      Lt Titlecase_Letter 3
      LC Cased_Letter 1 2 3
      Lm Modifier_Letter 4
      Lo Other_Letter 5
      L Letter 1 2 3 4 5
      Mn Nonspacing_Mark 6
      Mc Spacing_Mark 8
      Me Enclosing_Mark 7
      M Mark Combining_Mark 6 7 8
      Nd Decimal_Number digit 9
      Nl Letter_Number 10
      No Other_Number 11
      N Number 9 10 11
      Pc Connector_Punctuation 23
      Pd Dash_Punctuation 20
      Ps Open_Punctuation 21
      Pe Close_Punctuation 22
      Pi Initial_Punctuation 29
      Pf Final_Punctuation 30
      Po Other_Punctuation 24
      P Punctuation punct 20 21 22 23 24 29 30
      Sm Math_Symbol 25
      Sc Currency_Symbol 26
      Sk Modifier_Symbol 27
      So Other_Symbol 28
      S Symbol 25 26 27 28
      Zs Space_Separator 12
      Zl Line_Separator 13
      Zp Paragraph_Separator 14
      Z Separator 12 13 14
      Cc Control cntrl 15
      Cf Format 16
      Cs Surrogate 19
      Co Private_Use 18
      Cn Unassigned 0
      C Other 0 15 16 18 19
      """;

  /** The value is a mask with a bit for each of {@link Character#getType(int)}'s values. */
  private static final Map<String, Integer> CATEGORY_MASKS = categoryMasks();

  private UnicodeProperties() {}

  private static Map<String, Integer> categoryMasks() {
    Map<String, Integer> masks = new HashMap<>();
    for (String line : CATEGORIES.lines().toList()) {
      int mask = 0;
      for (String word : line.split(" ")) {
        if (Character.isDigit(word.charAt(0))) {
          mask |= 1 << Integer.parseInt(word);
        }
      }
      for (String word : line.split(" ")) {
        if (!Character.isDigit(word.charAt(0))) {
          masks.put(word, mask);
        }
      }
    }
    return masks;
  }

  /** The code points of a property, null when there is none of that name. */
  static @Nullable CodePointSet find(String expression) {
    CodePointSet known = KNOWN.get(expression);
    if (known == null) {
      IntPredicate condition = condition(expression);
      if (condition == null) {
        return null;
      }
      known = CodePointSet.where(condition);
      KNOWN.put(expression, known);
    }
    return known;
  }

  private static @Nullable IntPredicate condition(String expression) {
    int equals = expression.indexOf('=');
    if (equals < 0) {
      IntPredicate category = category(expression);
      return category != null ? category : binary(expression);
    }
    String value = expression.substring(equals + 1);
    return switch (expression.substring(0, equals)) {
      case "General_Category", "gc" -> category(value);
      case "Script", "sc", "Script_Extensions", "scx" -> script(value);
      default -> null;
    };
  }

  private static @Nullable IntPredicate category(String name) {
    Integer mask = CATEGORY_MASKS.get(name);
    return mask == null ? null : c -> (mask >>> Character.getType(c) & 1) != 0;
  }

  private static @Nullable IntPredicate script(String name) {
    try {
      UnicodeScript script = UnicodeScript.forName(name.toUpperCase(Locale.ROOT));
      return c -> UnicodeScript.of(c) == script;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable IntPredicate binary(String name) {
    return switch (name) {
      case "Any" -> c -> true;
      case "ASCII" -> c -> c < 0x80;
      case "Assigned" -> c -> Character.getType(c) != Character.UNASSIGNED;
      case "ASCII_Hex_Digit", "AHex" -> c -> c < 0x80 && Character.digit(c, 16) >= 0;
      case "Alphabetic", "Alpha" -> Character::isAlphabetic;
      case "Lowercase", "Lower" -> Character::isLowerCase;
      case "Uppercase", "Upper" -> Character::isUpperCase;
      case "White_Space", "space" -> UnicodeProperties::isWhiteSpace;
      case "Ideographic", "Ideo" -> Character::isIdeographic;
      case "ID_Start", "IDS" -> c -> Character.isUnicodeIdentifierStart(c) && !isPatternExtra(c);
      case "ID_Continue", "IDC" ->
          c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      case "Noncharacter_Code_Point", "NChar" ->
          c -> c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
      case "Emoji", "Emoji_Presentation", "EPres", "Emoji_Modifier", "EMod" -> emoji(name);
      case "Emoji_Modifier_Base", "EBase", "Emoji_Component", "EComp" -> emoji(name);
      case "Extended_Pictographic", "ExtPict" -> emoji(name);
      default -> null;
    };
  }

  /** The JDK knows these from version 21 on, and only its regular expressions tell. */
  private static @Nullable IntPredicate emoji(String name) {
    String longName =
        switch (name) {
          case "EPres" -> "Emoji_Presentation";
          case "EMod" -> "Emoji_Modifier";
          case "EBase" -> "Emoji_Modifier_Base";
          case "EComp" -> "Emoji_Component";
          case "ExtPict" -> "Extended_Pictographic";
          default -> name;
        };
    try {
      java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("\\p{Is" + longName + "}");
      return c -> pattern.matcher(Character.toString(c)).matches();
    } catch (java.util.regex.PatternSyntaxException e) {
      return null;
    }
  }

  private static boolean isPatternExtra(int c) {
    return c == 0x2E2F;
  }

  private static boolean isWhiteSpace(int c) {
    return Character.isSpaceChar(c) || c >= 0x9 && c <= 0xD || c == 0x85;
  }
}
