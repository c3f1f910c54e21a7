package io.eventwright.runtime.json.format;

/** Addresses of the Internet Protocol. */
final class IpAddresses {

  private IpAddresses() {}

  static boolean isIpv4(String text) {
    int parts = 0;
    int at = 0;
    while (at < text.length()) {
      int value = 0;
      int start = at;
      while (at < text.length() && Ascii.isDigit(text.charAt(at)) && at - start < 4) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      int digits = at - start;
      // A leading zero is read as octal by some: such an address is ambiguous.
      if (digits == 0 || value > 255 || digits > 1 && text.charAt(start) == '0') {
        return false;
      }
      parts++;
      if (at < text.length()) {
        if (text.charAt(at++) != '.' || at == text.length() || parts == 4) {
          return false;
        }
      }
    }
    return parts == 4;
  }

  static boolean isIpv6(String text) {
    int groups = 0;
    boolean compressed = false;
    int at = 0;
    if (text.startsWith("::")) {
      compressed = true;
      at = 2;
    } else if (text.startsWith(":") || text.isEmpty()) {
      return false;
    }
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Ascii.isHex(text.charAt(at)) && at - start < 5) {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '.') {
        return isIpv4(text.substring(start)) && isComplete(groups + 2, compressed);
      }
      if (at == start || at - start > 4) {
        return false;
      }
      groups++;
      if (at == text.length()) {
        break;
      }
      if (text.charAt(at++) != ':' || at == text.length()) {
        return false;
      }
      if (text.charAt(at) == ':') {
        if (compressed) {
          return false;
        }
        compressed = true;
        at++;
      }
    }
    return isComplete(groups, compressed);
  }

  private static boolean isComplete(int groups, boolean compressed) {
    return compressed ? groups <= 7 : groups == 8;
  }
}
