package io.eventwright.runtime.json.format;

/** Names of hosts: RFC 1123 for ASCII, RFC 5890 to 5893 for all of Unicode. */
final class Hostnames {

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String ACE_PREFIX = "xn--";

  private Hostnames() {}

  static boolean isHostname(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (!isAsciiLabel(label)) {
        return false;
      }
    }
    return true;
  }

  static boolean isIdnHostname(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      return false;
    }
    // IDEOGRAPHIC FULL STOP and its relatives separate labels as the dot does (RFC 3490, 3.1).
    String[] labels = text.split("[.\u3002\uff0e\uff61]", -1);
    int length = labels.length - 1;
    for (String label : labels) {
      boolean ascii = label.chars().allMatch(c -> c < 0x80);
      int encoded = ascii ? label.length() : ACE_PREFIX.length() + Punycode.encodedLength(label);
      boolean good =
          ascii
              ? isAsciiLabel(label)
              : encoded <= LONGEST_LABEL && InternationalLabels.isValid(label);
      if (!good) {
        return false;
      }
      length += encoded;
    }
    return length <= LONGEST_NAME && keepsDirections(labels);
  }

  /** One label with letters from right to left puts all labels under the rule. */
  private static boolean keepsDirections(String[] labels) {
    boolean applies = false;
    boolean kept = true;
    for (String label : labels) {
      String text = unicode(label);
      applies |= BidiRule.appliesTo(text);
      kept &= BidiRule.keeps(text);
    }
    return kept || !applies;
  }

  private static String unicode(String label) {
    if (!label.regionMatches(true, 0, ACE_PREFIX, 0, ACE_PREFIX.length())) {
      return label;
    }
    String decoded = Punycode.decode(label.substring(ACE_PREFIX.length()));
    return decoded == null ? label : decoded;
  }

  private static boolean isAsciiLabel(String label) {
    if (label.isEmpty()
        || label.length() > LONGEST_LABEL
        || label.startsWith("-")
        || label.endsWith("-")) {
      return false;
    }
    for (int i = 0; i < label.length(); i++) {
      if (!Ascii.isLetterOrDigit(label.charAt(i)) && label.charAt(i) != '-') {
        return false;
      }
    }
    if (!label.startsWith("--", 2)) {
      return true;
    }
    // Hyphens there are kept for encoded labels, and of encodings there is one (RFC 5891, 4.2.3.1).
    if (!label.regionMatches(true, 0, ACE_PREFIX, 0, ACE_PREFIX.length())) {
      return false;
    }
    String decoded = Punycode.decode(label.substring(ACE_PREFIX.length()));
    return decoded != null
        && decoded.chars().anyMatch(c -> c >= 0x80)
        && InternationalLabels.isValid(decoded);
  }
}
