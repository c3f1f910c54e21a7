package io.eventwright.generator.bounds;

import java.util.Map;

/**
 * How long a text in a format can be. Where a standard sets no end, the end of what generated
 * records hold counts: nanoseconds, and numbers of 64 bits.
 */
final class FormatExtent {

  private static final int DIGITS_OF_LONG = 19;

  private static final Map<String, TextExtent> KNOWN =
      Map.ofEntries(
          Map.entry("date-time", ascii("2026-12-31T23:59:60.123456789+00:00".length())),
          Map.entry("time", ascii("23:59:60.123456789+00:00".length())),
          Map.entry("date", ascii("2026-12-31".length())),
          // P, T and six numbers with their units.
          Map.entry("duration", ascii(2 + 6 * (DIGITS_OF_LONG + 1))),
          Map.entry("uuid", ascii(36)),
          Map.entry("ipv4", ascii("255.255.255.255".length())),
          Map.entry("ipv6", ascii("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length())),
          // RFC 1123, section 2.1: 253 characters; outside of ASCII each takes three bytes.
          Map.entry("hostname", ascii(253)),
          Map.entry("idn-hostname", new TextExtent(3L * 253, 4)),
          // RFC 5321: 254 characters, of which a quoted part of 64 is escaped in JSON again.
          Map.entry("email", new TextExtent(254 + 64, 2)),
          Map.entry("idn-email", new TextExtent(3L * 254 + 64, 4)),
          // No end, but no control characters either, and for URIs nothing to escape.
          Map.entry("uri", new TextExtent(TextExtent.NO_BOUND, 1)),
          Map.entry("uri-reference", new TextExtent(TextExtent.NO_BOUND, 1)),
          Map.entry("iri", new TextExtent(TextExtent.NO_BOUND, 4)),
          Map.entry("iri-reference", new TextExtent(TextExtent.NO_BOUND, 4)));

  private FormatExtent() {}

  static TextExtent of(String format) {
    return KNOWN.getOrDefault(format, TextExtent.ANY);
  }

  private static TextExtent ascii(int length) {
    return new TextExtent(length, 1);
  }
}
