package com.example.arcade;

import java.util.Locale;

/** Tells, line by line as things happen, to a person at a terminal. */
final class Story {
  private int chapter;

  void title(String text) {
    line("");
    line(text);
    line("=".repeat(text.length()));
  }

  void chapter(String text) {
    line("");
    line(++chapter + ". " + text);
  }

  void says(String format, Object... values) {
    line("   " + String.format(Locale.ROOT, format, values));
  }

  private static void line(String text) {
    System.out.println(text);
    System.out.flush();
  }

  /** 1995 as 19.95. */
  static String money(long minorUnits) {
    return String.format(Locale.ROOT, "%d.%02d", minorUnits / 100, Math.abs(minorUnits % 100));
  }
}
