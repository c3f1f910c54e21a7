package io.eventwright.generator.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What method and path of a route give. */
public final class Routes {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

  private Routes() {}

  /** A name for it, kebab case: {@code get-wallets-player-id}. */
  public static String name(String method, String path) {
    String words = HUMP.matcher(path).replaceAll("$1-$2").replaceAll("[^A-Za-z0-9]+", "-");
    String name = (method + "-" + words).toLowerCase(Locale.ROOT).replaceAll("-+", "-");
    return name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
  }

  /** The names between braces, in the order of the path. */
  public static List<String> parameters(String path) {
    return PARAMETER.matcher(path).results().map(MatchResult::group).map(Routes::bare).toList();
  }

  private static String bare(String parameter) {
    return parameter.substring(1, parameter.length() - 1);
  }
}
