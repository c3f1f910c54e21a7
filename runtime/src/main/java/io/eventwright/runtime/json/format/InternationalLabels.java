package io.eventwright.runtime.json.format;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/** U-labels of IDNA 2008: which characters, in which company (RFC 5891 to 5893). */
final class InternationalLabels {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /**
   * Letters and digits that RFC 5892, section 2.6, takes although their properties do not say so.
   */
  private static final String ALSO_VALID = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";

  /** What RFC 5892, section 2.6, refuses although its properties would let it pass. */
  private static final String NEVER_VALID =
      "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B";

  private InternationalLabels() {}

  static boolean isValid(String label) {
    if (label.isEmpty()
        || label.startsWith("-")
        || label.endsWith("-")
        || label.startsWith("--", 2)
        || !Normalizer.isNormalized(label, Normalizer.Form.NFC)) {
      return false;
    }
    int[] text = label.codePoints().toArray();
    if (isMark(text[0])) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (!isAllowed(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isAllowed(int[] text, int at) {
    int c = text[at];
    int before = at > 0 ? text[at - 1] : -1;
    int after = at + 1 < text.length ? text[at + 1] : -1;
    return switch (c) {
      // The contextual rules of RFC 5892, appendix A.
      case ZERO_WIDTH_NON_JOINER -> isVirama(before) || joins(text, at);
      case ZERO_WIDTH_JOINER -> isVirama(before);
      case 0x00B7 -> before == 'l' && after == 'l';
      case 0x0375 -> after >= 0 && UnicodeScript.of(after) == UnicodeScript.GREEK;
      case 0x05F3, 0x05F4 -> before >= 0 && UnicodeScript.of(before) == UnicodeScript.HEBREW;
      case 0x30FB -> hasJapanese(text);
      default -> isAllowed(c) && !mixesDigits(text, c);
    };
  }

  private static boolean isAllowed(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }
    if (ALSO_VALID.indexOf(c) >= 0) {
      return true;
    }
    if (NEVER_VALID.indexOf(c) >= 0 || isOldJamo(c) || Character.isIdentifierIgnorable(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          isStable(c);
      default -> false;
    };
  }

  /**
   * Whether folding the case of a character and its compatibility forms leaves it (section 2.2).
   */
  private static boolean isStable(int c) {
    String text = Character.toString(c);
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC).equals(text);
  }

  private static boolean isOldJamo(int c) {
    return c >= 0x1100 && c <= 0x11FF || c >= 0xA960 && c <= 0xA97C || c >= 0xD7B0 && c <= 0xD7FB;
  }

  private static boolean isVirama(int c) {
    return c >= 0 && Viramas.contains(c);
  }

  /**
   * Between letters that join on both sides. The JDK does not tell joining types; that both
   * neighbours are letters of a script that joins is close.
   */
  private static boolean joins(int[] text, int at) {
    return at > 0 && at + 1 < text.length && isJoining(text[at - 1]) && isJoining(text[at + 1]);
  }

  private static boolean isJoining(int c) {
    return switch (UnicodeScript.of(c)) {
      case ARABIC, SYRIAC, MONGOLIAN, NKO, MANDAIC, PHAGS_PA -> Character.isLetter(c);
      default -> false;
    };
  }

  private static boolean hasJapanese(int[] text) {
    for (int c : text) {
      UnicodeScript script = UnicodeScript.of(c);
      boolean japanese =
          script == UnicodeScript.HIRAGANA
              || script == UnicodeScript.KATAKANA
              || script == UnicodeScript.HAN;
      if (japanese && c != 0x30FB) {
        return true;
      }
    }
    return false;
  }

  /** Arabic-Indic digits and their extended form do not stand together. */
  private static boolean mixesDigits(int[] text, int c) {
    boolean arabic = c >= 0x0660 && c <= 0x0669;
    boolean extended = c >= 0x06F0 && c <= 0x06F9;
    if (!arabic && !extended) {
      return false;
    }
    for (int other : text) {
      boolean mixed =
          arabic ? other >= 0x06F0 && other <= 0x06F9 : other >= 0x0660 && other <= 0x0669;
      if (mixed) {
        return true;
      }
    }
    return false;
  }
}
