package io.eventwright.runtime.json.format;

/**
 * Durations of RFC 3339, appendix A: {@code P3Y6M4DT12H30M5S}, {@code P2W}. A unit may be left out
 * only at the ends: {@code P1Y2D} is none.
 */
final class Durations {

  private static final String DATE_UNITS = "YMD";
  private static final String TIME_UNITS = "HMS";

  private Durations() {}

  static boolean isDuration(String text) {
    if (text.length() < 3 || text.charAt(0) != 'P') {
      return false;
    }
    int time = text.indexOf('T');
    if (time < 0) {
      return isWeeks(text) || hasUnits(text, 1, text.length(), DATE_UNITS);
    }
    boolean date = time == 1 || hasUnits(text, 1, time, DATE_UNITS);
    return date && hasUnits(text, time + 1, text.length(), TIME_UNITS);
  }

  private static boolean isWeeks(String text) {
    int end = digitsEnd(text, 1, text.length());
    return end > 1 && end == text.length() - 1 && text.charAt(end) == 'W';
  }

  private static boolean hasUnits(String text, int from, int to, String units) {
    int unit = -1;
    int at = from;
    while (at < to) {
      int end = digitsEnd(text, at, to);
      if (end == at || end == to) {
        return false;
      }
      int next = units.indexOf(text.charAt(end));
      if (next < 0 || unit >= 0 && next != unit + 1) {
        return false;
      }
      unit = next;
      at = end + 1;
    }
    return unit >= 0;
  }

  private static int digitsEnd(String text, int from, int to) {
    int end = from;
    while (end < to && Ascii.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
