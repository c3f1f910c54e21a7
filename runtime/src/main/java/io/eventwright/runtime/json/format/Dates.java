package io.eventwright.runtime.json.format;

/** Dates and times of RFC 3339, without an allocation. */
final class Dates {

  private static final int MINUTES_OF_DAY = 24 * 60;

  private Dates() {}

  static boolean isDateTime(String text) {
    return text.length() > 11
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && isDateAt(text, 0)
        && isTimeFrom(text, 11);
  }

  /** Whether a full-date stands at a position; what follows it does not matter. */
  static boolean isDateAt(String text, int at) {
    if (text.length() < at + 10 || text.charAt(at + 4) != '-' || text.charAt(at + 7) != '-') {
      return false;
    }
    int century = Ascii.twoDigits(text, at);
    int yearOfCentury = Ascii.twoDigits(text, at + 2);
    int month = Ascii.twoDigits(text, at + 5);
    int day = Ascii.twoDigits(text, at + 8);
    if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int year = century * 100 + yearOfCentury;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int days =
        switch (month) {
          case 2 -> leap ? 29 : 28;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return day <= days;
  }

  /** Whether a full-time stands from a position to the end. */
  static boolean isTimeFrom(String text, int from) {
    int hour = Ascii.twoDigits(text, from);
    int minute = Ascii.twoDigits(text, from + 3);
    int second = Ascii.twoDigits(text, from + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return false;
    }
    if (text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
      return false;
    }
    int at = from + 8;
    if (at < text.length() && text.charAt(at) == '.') {
      int digits = ++at;
      while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == digits) {
        return false;
      }
    }
    int offset = offsetMinutes(text, at);
    if (offset == Integer.MIN_VALUE) {
      return false;
    }
    // A leap second is always the last of a day in UTC.
    return second < 60
        || Math.floorMod(hour * 60 + minute - offset, MINUTES_OF_DAY) == MINUTES_OF_DAY - 1;
  }

  /** The offset from a position to the end in minutes, MIN_VALUE when there is none. */
  private static int offsetMinutes(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
      return 0;
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = Ascii.twoDigits(text, at + 1);
    int minutes = Ascii.twoDigits(text, at + 4);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int offset = hours * 60 + minutes;
    return switch (text.charAt(at)) {
      case '+' -> offset;
      case '-' -> -offset;
      default -> Integer.MIN_VALUE;
    };
  }
}
