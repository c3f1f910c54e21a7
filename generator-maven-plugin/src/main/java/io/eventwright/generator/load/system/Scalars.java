package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.source.Located;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values; what is wrong is reported with what was expected, and null given back. */
final class Scalars {

  /** Names become identifiers, file names and logical ids, so they are plain and short. */
  static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  static final int LONGEST_NAME = 48;

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

  private final Diagnostics found;

  Scalars(Diagnostics found) {
    this.found = found;
  }

  /** Any text. */
  @Nullable Located<String> text(Node node) {
    if (node instanceof StringNode string) {
      return new Located<>(string.value(), string.location());
    }
    wrong(node, "a text");
    return null;
  }

  /** One of some words, and what it stands for. */
  <V> @Nullable V word(Node node, Map<String, V> words) {
    V meaning = node instanceof StringNode string ? words.get(string.value()) : null;
    if (meaning == null) {
      wrong(node, String.join(" or ", words.keySet()));
    }
    return meaning;
  }

  /** Yes or no. */
  @Nullable Boolean flag(Node node) {
    if (node instanceof BooleanNode flag) {
      return flag.value();
    }
    wrong(node, "true or false");
    return null;
  }

  /** A name in kebab case. */
  @Nullable Located<String> name(Node node) {
    Located<String> text = text(node);
    return text != null && isName(text) ? text : null;
  }

  /** Whether a name is in kebab case, reporting when it is not. */
  boolean isName(Located<String> text) {
    if (text.value().length() > LONGEST_NAME) {
      found.error(
          text.location(),
          "name-too-long",
          "The name "
              + Shown.of(text.value())
              + " has "
              + text.value().length()
              + " characters; at most "
              + LONGEST_NAME
              + " leave room for what AWS adds to it. Shorten it.");
      return false;
    }
    if (!KEBAB.matcher(text.value()).matches()) {
      found.error(
          text.location(),
          "bad-name",
          "The name "
              + Shown.of(text.value())
              + " is not lower-case words joined by hyphens, such as order-placed. Rename it.");
      return false;
    }
    return true;
  }

  /** A duration such as {@code 2s}, within bounds. */
  @Nullable Duration duration(Node node, Duration least, Duration most) {
    Matcher parts = DURATION.matcher(node instanceof StringNode string ? string.value() : "");
    if (!parts.matches()) {
      wrong(node, "a duration such as 500ms, 2s, 5m, 1h or 3d");
      return null;
    }
    long amount = Long.parseLong(parts.group(1));
    Duration duration =
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      outOfBounds(node, ((StringNode) node).value(), shown(least), shown(most));
      return null;
    }
    return duration;
  }

  /** A whole number of days. */
  @Nullable Duration days(Node node, int most) {
    Duration duration = duration(node, Duration.ofDays(1), Duration.ofDays(most));
    if (duration != null && !duration.equals(Duration.ofDays(duration.toDays()))) {
      wrong(node, "whole days, such as 30d");
      return null;
    }
    return duration;
  }

  /** A whole number of seconds. */
  @Nullable Duration seconds(Node node, Duration least, Duration most) {
    Duration duration = duration(node, least, most);
    if (duration != null && duration.toMillisPart() != 0) {
      wrong(node, "whole seconds");
      return null;
    }
    return duration;
  }

  /** A whole number within bounds. */
  @Nullable Integer integer(Node node, int least, int most) {
    BigDecimal number = number(node, least, most);
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      wrong(node, "a whole number");
      return null;
    }
    return number.intValueExact();
  }

  /** A number within bounds. */
  @Nullable BigDecimal number(Node node, int least, int most) {
    if (!(node instanceof NumberNode number)) {
      wrong(node, "a number");
      return null;
    }
    BigDecimal value = new BigDecimal(number.text());
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      outOfBounds(node, number.text(), String.valueOf(least), String.valueOf(most));
      return null;
    }
    return value;
  }

  /** A share such as {@code 50%}. */
  @Nullable Integer percent(Node node) {
    Matcher parts = PERCENT.matcher(node instanceof StringNode string ? string.value() : "");
    if (!parts.matches()) {
      wrong(node, "a share such as 50%");
      return null;
    }
    int percent = Integer.parseInt(parts.group(1));
    if (percent < 1 || percent > 100) {
      outOfBounds(node, percent + "%", "1%", "100%");
      return null;
    }
    return percent;
  }

  void wrong(Node node, String expected) {
    String what =
        node instanceof StringNode string
            ? Shown.of(string.value())
            : node instanceof NumberNode number ? Shown.of(number.text()) : node.kind();
    found.error(
        node.location(), "wrong-value", "Expected " + expected + ", and found " + what + ".");
  }

  private void outOfBounds(Node node, String value, String least, String most) {
    found.error(
        node.location(),
        "out-of-bounds",
        Shown.of(value) + " is not between " + least + " and " + most + ". Choose one within.");
  }

  private static String shown(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 86_400_000 == 0 && millis > 0) {
      return millis / 86_400_000 + "d";
    }
    if (millis % 3_600_000 == 0 && millis > 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1000 == 0 && millis > 0 ? millis / 1000 + "s" : millis + "ms";
  }
}
