package io.eventwright.runtime.codec;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as RFC 3339, appendix A, has it: years, months and days, which have no fixed length,
 * beside hours, minutes and seconds, which have. A {@link Duration} alone could not hold {@code
 * P1M}.
 *
 * @param period years, months and days; a week is seven days
 * @param time hours, minutes and seconds
 */
public record CalendarDuration(Period period, Duration time) {

  private static final Pattern FORM =
      Pattern.compile("P(?=.)((?:\\d+[YMWD])*)(?:T((?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?))?");

  /** A duration without calendar parts. */
  public static CalendarDuration of(Duration time) {
    return new CalendarDuration(Period.ZERO, time);
  }

  /**
   * Reads the text form, such as {@code P1Y2M10DT2H30M}.
   *
   * @throws DateTimeParseException when it is no such text, or a number in it is too large
   */
  public static CalendarDuration parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || "".equals(form.group(2))) {
      throw new DateTimeParseException("no duration", text, 0);
    }
    String calendar = form.group(1);
    String time = form.group(2);
    return new CalendarDuration(
        calendar.isEmpty() ? Period.ZERO : Period.parse("P" + calendar),
        time == null ? Duration.ZERO : Duration.parse("PT" + time));
  }

  /** Whether the length is the same wherever it starts: no years and months, days of 24 hours. */
  public boolean isExact() {
    return period.toTotalMonths() == 0;
  }

  /**
   * The length, a day being 24 hours.
   *
   * @throws ArithmeticException when there are years or months
   */
  public Duration toDuration() {
    if (!isExact()) {
      throw new ArithmeticException("years and months have no fixed length");
    }
    return time.plusDays(period.getDays());
  }

  /** The text form. */
  @Override
  public String toString() {
    if (period.isZero()) {
      return time.toString();
    }
    return time.isZero() ? period.toString() : period + time.toString().substring(1);
  }
}
