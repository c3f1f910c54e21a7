package io.eventwright.runtime.json.format;

import io.eventwright.runtime.json.pattern.EcmaPattern;
import io.eventwright.runtime.json.pattern.EcmaPatternException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The formats of JSON Schema 2020-12, section 7.3, and OpenAPI's for numbers. Each takes a whole
 * string and throws nothing.
 */
public final class Formats {

  private static final Map<String, Predicate<String>> BY_NAME = new TreeMap<>();

  /** Formats that OpenAPI and others use as a hint only: known, and never refuse a value. */
  private static final Set<String> HINTS = Set.of("float", "double", "byte", "binary", "password");

  /** Formats of numbers, checked by {@link NumberFormats}. */
  private static final Set<String> OF_NUMBERS = Set.of("int32", "int64");

  static {
    BY_NAME.put("date-time", Formats::isDateTime);
    BY_NAME.put("date", Formats::isDate);
    BY_NAME.put("time", Formats::isTime);
    BY_NAME.put("duration", Formats::isDuration);
    BY_NAME.put("email", Formats::isEmail);
    BY_NAME.put("idn-email", Formats::isIdnEmail);
    BY_NAME.put("hostname", Formats::isHostname);
    BY_NAME.put("idn-hostname", Formats::isIdnHostname);
    BY_NAME.put("ipv4", Formats::isIpv4);
    BY_NAME.put("ipv6", Formats::isIpv6);
    BY_NAME.put("uri", Formats::isUri);
    BY_NAME.put("uri-reference", Formats::isUriReference);
    BY_NAME.put("iri", Formats::isIri);
    BY_NAME.put("iri-reference", Formats::isIriReference);
    BY_NAME.put("uri-template", Formats::isUriTemplate);
    BY_NAME.put("json-pointer", Formats::isJsonPointer);
    BY_NAME.put("relative-json-pointer", Formats::isRelativeJsonPointer);
    BY_NAME.put("regex", Formats::isRegex);
    BY_NAME.put("uuid", Formats::isUuid);
  }

  private Formats() {}

  /** Whether there is a format of that name. */
  public static boolean isKnown(String format) {
    return BY_NAME.containsKey(format) || HINTS.contains(format) || OF_NUMBERS.contains(format);
  }

  /** Whether a format says something about strings; others are about numbers, or only hints. */
  public static boolean isOfStrings(String format) {
    return BY_NAME.containsKey(format);
  }

  /** The names of all formats about strings, sorted. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /** Whether a string is in a format; true for formats that say nothing about strings. */
  public static boolean matches(String format, String text) {
    Predicate<String> check = BY_NAME.get(format);
    return check == null || check.test(text);
  }

  /** {@code date-time}: RFC 3339, section 5.6, leap seconds included. */
  public static boolean isDateTime(String text) {
    return Dates.isDateTime(text);
  }

  /** {@code date}: RFC 3339 full-date. */
  public static boolean isDate(String text) {
    return text.length() == 10 && Dates.isDateAt(text, 0);
  }

  /** {@code time}: RFC 3339 full-time, with its offset. */
  public static boolean isTime(String text) {
    return Dates.isTimeFrom(text, 0);
  }

  /** {@code duration}: RFC 3339, appendix A. */
  public static boolean isDuration(String text) {
    return Durations.isDuration(text);
  }

  /** {@code email}: RFC 5321 Mailbox. */
  public static boolean isEmail(String text) {
    return Emails.isEmail(text, false);
  }

  /** {@code idn-email}: RFC 6531 Mailbox. */
  public static boolean isIdnEmail(String text) {
    return Emails.isEmail(text, true);
  }

  /** {@code hostname}: RFC 1123, section 2.1, with A-labels of RFC 5891. */
  public static boolean isHostname(String text) {
    return Hostnames.isHostname(text);
  }

  /** {@code idn-hostname}: RFC 5890, section 2.3.2.3. */
  public static boolean isIdnHostname(String text) {
    return Hostnames.isIdnHostname(text);
  }

  /** {@code ipv4}: RFC 2673, section 3.2. */
  public static boolean isIpv4(String text) {
    return IpAddresses.isIpv4(text);
  }

  /** {@code ipv6}: RFC 4291, section 2.2. */
  public static boolean isIpv6(String text) {
    return IpAddresses.isIpv6(text);
  }

  /** {@code uri}: RFC 3986, with a scheme. */
  public static boolean isUri(String text) {
    return Uris.isReference(text, false, true);
  }

  /** {@code uri-reference}: RFC 3986. */
  public static boolean isUriReference(String text) {
    return Uris.isReference(text, false, false);
  }

  /** {@code iri}: RFC 3987, with a scheme. */
  public static boolean isIri(String text) {
    return Uris.isReference(text, true, true);
  }

  /** {@code iri-reference}: RFC 3987. */
  public static boolean isIriReference(String text) {
    return Uris.isReference(text, true, false);
  }

  /** {@code uri-template}: RFC 6570. */
  public static boolean isUriTemplate(String text) {
    return UriTemplates.isTemplate(text);
  }

  /** {@code json-pointer}: RFC 6901, section 5. */
  public static boolean isJsonPointer(String text) {
    return JsonPointers.isPointerFrom(text, 0);
  }

  /** {@code relative-json-pointer}: draft-handrews-relative-json-pointer-01. */
  public static boolean isRelativeJsonPointer(String text) {
    return JsonPointers.isRelative(text);
  }

  /** {@code regex}: ECMA-262 in its Unicode mode, as {@link EcmaPattern} reads it. */
  public static boolean isRegex(String text) {
    try {
      EcmaPattern.compile(text);
      return true;
    } catch (EcmaPatternException e) {
      return false;
    }
  }

  /** {@code uuid}: RFC 4122, section 3. */
  public static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? c != '-' : !Ascii.isHex(c)) {
        return false;
      }
    }
    return true;
  }
}
