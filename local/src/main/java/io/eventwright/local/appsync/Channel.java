package io.eventwright.local.appsync;

import java.util.regex.Pattern;

/**
 * A channel's path (AWS AppSync Events, "Understanding channels"): one to five segments of letters,
 * digits and dashes; who listens may end with {@code /*}.
 */
final class Channel {
  private static final String SEGMENT = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?";
  private static final Pattern PATH =
      Pattern.compile("/?" + SEGMENT + "(?:/" + SEGMENT + "){0,4}/?");
  private static final Pattern WILD =
      Pattern.compile("/?" + SEGMENT + "(?:/" + SEGMENT + "){0,3}/\\*");

  private Channel() {}

  static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  static boolean canBeListenedTo(String text) {
    return isPath(text) || WILD.matcher(text).matches();
  }

  /** Without the slashes at its ends. */
  static String plain(String path) {
    String begun = path.startsWith("/") ? path.substring(1) : path;
    return begun.endsWith("/") ? begun.substring(0, begun.length() - 1) : begun;
  }

  static String namespace(String path) {
    return plain(path).split("/", 2)[0];
  }

  /** Whether who listens to one is told of the other. */
  static boolean matches(String listened, String published) {
    String pattern = plain(listened);
    return pattern.endsWith("/*")
        ? plain(published).startsWith(pattern.substring(0, pattern.length() - 1))
        : plain(published).equals(pattern);
  }
}
