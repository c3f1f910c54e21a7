package io.eventwright.runtime.json.format;

import java.text.Normalizer;

/** Mailboxes of RFC 5321, section 4.1.2, and of RFC 6531. */
final class Emails {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST = 254;
  private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~";

  private Emails() {}

  static boolean isEmail(String text, boolean international) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
      return false;
    }
    String domain = text.substring(at + 1);
    boolean quoted = text.charAt(0) == '"';
    boolean local = quoted ? isQuoted(text, at, international) : isDotted(text, at, international);
    return local && isDomain(domain, international);
  }

  private static boolean isDotted(String text, int end, boolean international) {
    boolean afterDot = true;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (afterDot) {
          return false;
        }
        afterDot = true;
      } else if (Ascii.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0 || international && c >= 0x80) {
        afterDot = false;
      } else {
        return false;
      }
    }
    return !afterDot;
  }

  private static boolean isQuoted(String text, int end, boolean international) {
    int i = 1;
    while (i < end - 1) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i >= end - 1 || text.charAt(i) < ' ' || text.charAt(i) > '~') {
          return false;
        }
      } else if (c == '"' || c < ' ' || c == 0x7F || c > '~' && !international) {
        return false;
      }
      i++;
    }
    return i == end - 1 && text.charAt(i) == '"';
  }

  private static boolean isDomain(String domain, boolean international) {
    if (domain.startsWith("[") && domain.endsWith("]")) {
      String literal = domain.substring(1, domain.length() - 1);
      return literal.startsWith("IPv6:")
          ? IpAddresses.isIpv6(literal.substring("IPv6:".length()))
          : IpAddresses.isIpv4(literal);
    }
    // RFC 6531, section 3.7.1: whoever sends it on puts the domain into normal form first.
    return international
        ? Hostnames.isIdnHostname(Normalizer.normalize(domain, Normalizer.Form.NFC))
        : Hostnames.isHostname(domain);
  }
}
