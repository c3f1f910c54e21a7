package io.eventwright.runtime.json.format;

/** The rule for names with letters that are written from right to left (RFC 5893, section 2). */
final class BidiRule {

  private static final int IN_RIGHT_TO_LEFT =
      mask(
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK);

  private static final int ENDS_RIGHT_TO_LEFT =
      mask(
          Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER);

  private static final int IN_LEFT_TO_RIGHT =
      mask(
          Character.DIRECTIONALITY_LEFT_TO_RIGHT,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK);

  private static final int ENDS_LEFT_TO_RIGHT =
      mask(Character.DIRECTIONALITY_LEFT_TO_RIGHT, Character.DIRECTIONALITY_EUROPEAN_NUMBER);

  private BidiRule() {}

  private static int mask(byte... directions) {
    int mask = 0;
    for (byte direction : directions) {
      mask |= 1 << direction;
    }
    return mask;
  }

  /** Whether a label makes its whole name one to which the rule applies. */
  static boolean appliesTo(String label) {
    return label
        .codePoints()
        .anyMatch(
            c ->
                isRightToLeft(direction(c))
                    || direction(c) == Character.DIRECTIONALITY_ARABIC_NUMBER);
  }

  private static boolean isRightToLeft(byte direction) {
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static byte direction(int c) {
    return Character.getDirectionality(c);
  }

  /** Whether a label keeps the rule's six conditions. */
  static boolean keeps(String label) {
    int[] text = label.codePoints().toArray();
    byte first = text.length == 0 ? Character.DIRECTIONALITY_UNDEFINED : direction(text[0]);
    boolean rightToLeft = isRightToLeft(first);
    if (!rightToLeft && first != Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
      return false;
    }
    int within = rightToLeft ? IN_RIGHT_TO_LEFT : IN_LEFT_TO_RIGHT;
    int ends = rightToLeft ? ENDS_RIGHT_TO_LEFT : ENDS_LEFT_TO_RIGHT;
    int seen = 0;
    int last = 0;
    for (int c : text) {
      byte direction = direction(c);
      if (direction < 0 || (within >>> direction & 1) == 0) {
        return false;
      }
      seen |= 1 << direction;
      if (direction != Character.DIRECTIONALITY_NONSPACING_MARK) {
        last = direction;
      }
    }
    int bothNumbers =
        mask(Character.DIRECTIONALITY_EUROPEAN_NUMBER, Character.DIRECTIONALITY_ARABIC_NUMBER);
    return (ends >>> last & 1) != 0 && (seen & bothNumbers) != bothNumbers;
  }
}
