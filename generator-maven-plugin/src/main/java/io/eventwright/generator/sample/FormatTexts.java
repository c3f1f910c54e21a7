package io.eventwright.generator.sample;

import java.util.Locale;
import java.util.Optional;

/** Texts in the formats of JSON Schema. */
final class FormatTexts {

  private static final String HEX = "0123456789abcdef";

  private FormatTexts() {}

  /** A text in a format, empty when the format says nothing about texts. */
  static Optional<String> text(String format, SeededNumbers random) {
    return Optional.ofNullable(
        switch (format) {
          case "date-time" -> date(random) + "T" + time(random);
          case "date" -> date(random);
          case "time" -> time(random);
          case "duration" -> "PT" + (1 + random.below(48)) + "H";
          case "email", "idn-email" -> Words.word(random) + "@example.com";
          case "hostname", "idn-hostname" -> Words.word(random) + ".example.com";
          case "ipv4" -> "192.0.2." + random.below(256);
          case "ipv6" -> "2001:db8::" + Integer.toHexString(1 + random.below(0xFFFF));
          case "uri", "iri", "uri-reference", "iri-reference" ->
              "https://example.com/" + Words.word(random) + "/" + random.below(1000);
          case "uri-template" -> "https://example.com/" + Words.word(random) + "/{id}";
          case "json-pointer" -> "/" + Words.word(random) + "/" + random.below(10);
          case "relative-json-pointer" -> random.below(3) + "/" + Words.word(random);
          case "regex" -> "^" + Words.word(random) + "$";
          case "uuid" -> uuid(random);
          default -> null;
        });
  }

  private static String date(SeededNumbers random) {
    return String.format(Locale.ROOT, "2026-%02d-%02d", 1 + random.below(12), 1 + random.below(28));
  }

  private static String time(SeededNumbers random) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02dZ", random.below(24), random.below(60), random.below(60));
  }

  /** Of version 4, as most are. */
  private static String uuid(SeededNumbers random) {
    StringBuilder text = new StringBuilder();
    for (char each : "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".toCharArray()) {
      text.append(each == 'x' ? random.pick(HEX) : each);
    }
    return text.toString();
  }
}
