package io.eventwright.local.states.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as the language has them: RFC 3339 with an offset, its T and Z in upper case. */
public final class Timestamps {
  private Timestamps() {}

  /** The time that the value says, or null when it says none. */
  public static @Nullable Instant read(@Nullable Object value) {
    if (!(value instanceof String text) || text.chars().anyMatch(Character::isLowerCase)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notTime) {
      return null;
    }
  }
}
