package io.eventwright.generator.model;

import java.util.List;
import java.util.regex.Pattern;

/** What a credential looks like that stands where it must not. */
public final class Credentials {

  /** What issuers of credentials let theirs begin with, so that they are found. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
          Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"),
          Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}"),
          Pattern.compile("\\bglpat-[A-Za-z0-9_-]{16}"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{30}"),
          Pattern.compile("\\b[srp]k_(live|test)_[A-Za-z0-9]{16}"),
          Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
          Pattern.compile("://[^/@:\\s]{1,64}:[^/@:\\s]{1,64}@"));

  /** Below it nothing is long enough to be a key. */
  private static final int SHORTEST = 20;

  private Credentials() {}

  /** Whether a text has one in it, by the shape that its issuer gives it. */
  public static boolean in(String text) {
    return SHAPES.stream().anyMatch(shape -> shape.matcher(text).find());
  }

  /**
   * Whether a text that should be a name is one by chance: long, in one piece, and of small and
   * capital letters and digits, as nobody names anything.
   */
  public static boolean isRandom(String name) {
    return name.length() >= SHORTEST
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '+' || c == '=')
        && name.chars().anyMatch(Character::isLowerCase)
        && name.chars().anyMatch(Character::isUpperCase)
        && name.chars().anyMatch(Character::isDigit);
  }
}
