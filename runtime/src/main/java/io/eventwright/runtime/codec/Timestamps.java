package io.eventwright.runtime.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Moments as RFC 3339, section 5.6, writes them. More is taken than {@link Instant#parse} takes:
 * lower case, any offset below 24 hours, a leap second (read as the second before it) and fractions
 * finer than nanoseconds (cut).
 */
public final class Timestamps {

  private static final int SHORTEST = "2026-01-01T00:00:00Z".length();

  private Timestamps() {}

  /**
   * Reads a moment.
   *
   * @throws DateTimeException when the text is none
   */
  public static Instant parse(String text) {
    int end = fractionEnd(checked(text));
    return local(text, end).toInstant(ZoneOffset.UTC).minusSeconds(60L * offsetMinutes(text, end));
  }

  /**
   * Reads a moment and keeps its offset.
   *
   * @throws DateTimeException when the text is none, or the offset is beyond 18 hours
   */
  public static OffsetDateTime parseWithOffset(String text) {
    int end = fractionEnd(checked(text));
    return OffsetDateTime.of(
        local(text, end), ZoneOffset.ofTotalSeconds(60 * offsetMinutes(text, end)));
  }

  private static String checked(String text) {
    if (text.length() < SHORTEST || "Tt".indexOf(text.charAt(10)) < 0) {
      throw new DateTimeParseException("no RFC 3339 date-time", text, 0);
    }
    return text;
  }

  private static LocalDateTime local(String text, int fractionEnd) {
    boolean leapSecond = text.startsWith("60", 17);
    String fraction = text.substring(19, Math.min(fractionEnd, 29));
    return LocalDateTime.parse(
        text.substring(0, 10)
            + 'T'
            + text.substring(11, 17)
            + seconds(text, leapSecond)
            + fraction);
  }

  private static String seconds(String text, boolean leapSecond) {
    return leapSecond ? "59" : text.substring(17, 19);
  }

  private static int fractionEnd(String text) {
    int end = 19;
    if (end < text.length() && text.charAt(end) == '.') {
      end++;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
    }
    return end;
  }

  private static int offsetMinutes(String text, int at) {
    String offset = text.substring(at);
    if (offset.equals("Z") || offset.equals("z")) {
      return 0;
    }
    if (!offset.matches("[+-]([01]\\d|2[0-3]):[0-5]\\d")) {
      throw new DateTimeParseException("no RFC 3339 offset", text, at);
    }
    int minutes =
        Integer.parseInt(offset.substring(1, 3)) * 60 + Integer.parseInt(offset.substring(4, 6));
    return offset.charAt(0) == '-' ? -minutes : minutes;
  }
}
