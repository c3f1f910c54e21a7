package io.eventwright.generator.load.sample;

import io.eventwright.generator.model.EventRef;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of events in our form, made of what others call them. */
final class EventNames {

  private static final int LONGEST = 60;
  private static final Pattern MAJOR =
      Pattern.compile("(.+?)(?:\\.v|@)([1-9][0-9]{0,4})(?:\\.[0-9]+)*");

  private EventNames() {}

  /**
   * {@code OrderPlaced.v2}, {@code order_placed@2} and {@code Order placed.v2} are order-placed 2;
   * without a number it is major 1. Null when nothing is left of the name.
   */
  static @Nullable EventRef parse(String type) {
    String name = type.strip();
    int major = 1;
    Matcher versioned = MAJOR.matcher(name);
    if (versioned.matches()) {
      name = versioned.group(1);
      major = Integer.parseInt(versioned.group(2));
    }
    String kebab =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+", "");
    if (kebab.length() > LONGEST) {
      kebab = kebab.substring(0, LONGEST);
    }
    kebab = kebab.replaceAll("-+$", "");
    return kebab.isEmpty() ? null : new EventRef(kebab, major);
  }
}
