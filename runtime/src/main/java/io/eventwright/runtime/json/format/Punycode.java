package io.eventwright.runtime.json.format;

import org.jspecify.annotations.Nullable;

/** Labels of Unicode in ASCII (RFC 3492). */
final class Punycode {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 128;

  private Punycode() {}

  /** The text of an encoded label without its prefix, null when it is malformed. */
  static @Nullable String decode(String encoded) {
    StringBuilder output = new StringBuilder();
    int delimiter = encoded.lastIndexOf('-');
    if (delimiter > 0) {
      output.append(encoded, 0, delimiter);
    }
    int count = output.length();
    int n = FIRST_CODE_POINT;
    int bias = FIRST_BIAS;
    long i = 0;
    int at = delimiter > 0 ? delimiter + 1 : 0;
    while (at < encoded.length()) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < encoded.length() ? digit(encoded.charAt(at++)) : -1;
        if (digit < 0) {
          return null;
        }
        i += digit * weight;
        if (i > Integer.MAX_VALUE) {
          return null;
        }
        int t = threshold(k, bias);
        if (digit < t) {
          break;
        }
        weight *= BASE - t;
      }
      count++;
      bias = adapt((int) (i - before), count, before == 0);
      n += (int) (i / count);
      i %= count;
      if (n > Character.MAX_CODE_POINT || n >= 0xD800 && n <= 0xDFFF) {
        return null;
      }
      output.insert(output.offsetByCodePoints(0, (int) i), Character.toString(n));
      i++;
    }
    return output.toString();
  }

  /** How long a label is once encoded, without its prefix. */
  static int encodedLength(String label) {
    int[] input = label.codePoints().toArray();
    int length = 0;
    for (int c : input) {
      length += c < FIRST_CODE_POINT ? 1 : 0;
    }
    int handled = length;
    boolean first = true;
    length += handled > 0 ? 1 : 0;
    int n = FIRST_CODE_POINT;
    int bias = FIRST_BIAS;
    int delta = 0;
    while (handled < input.length) {
      int next = Integer.MAX_VALUE;
      for (int c : input) {
        if (c >= n && c < next) {
          next = c;
        }
      }
      delta += (next - n) * (handled + 1);
      n = next;
      for (int c : input) {
        if (c < n) {
          delta++;
        }
        if (c == n) {
          length += digits(delta, bias);
          handled++;
          bias = adapt(delta, handled, first);
          first = false;
          delta = 0;
        }
      }
      delta++;
      n++;
    }
    return length;
  }

  private static int digits(int delta, int bias) {
    int q = delta;
    int digits = 1;
    for (int k = BASE; q >= threshold(k, bias); k += BASE) {
      int t = threshold(k, bias);
      q = (q - t) / (BASE - t);
      digits++;
    }
    return digits;
  }

  private static int threshold(int k, int bias) {
    return Math.max(T_MIN, Math.min(T_MAX, k - bias));
  }

  private static int adapt(int change, int count, boolean first) {
    int delta = first ? change / DAMP : change / 2;
    delta += delta / count;
    int k = 0;
    while (delta > (BASE - T_MIN) * T_MAX / 2) {
      delta /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    return Ascii.isDigit(c) ? c - '0' + 26 : -1;
  }
}
