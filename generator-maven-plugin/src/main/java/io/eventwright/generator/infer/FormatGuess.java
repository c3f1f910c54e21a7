package io.eventwright.generator.infer;

import io.eventwright.runtime.json.format.Formats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A format that all texts of a place are in. Only formats that no plain word is in by chance are
 * guessed: every word is a host name, and {@code note:this} is a URI by the letter.
 */
final class FormatGuess {

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://|urn:|mailto:|arn:).+");

  private static final Map<String, Predicate<String>> CANDIDATES = new LinkedHashMap<>();

  static {
    CANDIDATES.put("date-time", Formats::isDateTime);
    CANDIDATES.put("date", Formats::isDate);
    CANDIDATES.put("time", Formats::isTime);
    CANDIDATES.put("uuid", Formats::isUuid);
    CANDIDATES.put("email", Formats::isEmail);
    CANDIDATES.put("ipv4", Formats::isIpv4);
    // "::" alone is one, and also what people write for nothing.
    CANDIDATES.put("ipv6", text -> text.length() > 2 && Formats.isIpv6(text));
    CANDIDATES.put("uri", text -> WEB_ADDRESS.matcher(text).matches() && Formats.isUri(text));
    // "P1D" is one; so that a product code is none, there must be more to it than a letter.
    CANDIDATES.put("duration", text -> text.length() > 2 && Formats.isDuration(text));
  }

  private FormatGuess() {}

  /** The format of all texts, when there is one and there are texts. */
  static Optional<String> of(List<String> texts) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    return CANDIDATES.entrySet().stream()
        .filter(candidate -> texts.stream().allMatch(candidate.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
