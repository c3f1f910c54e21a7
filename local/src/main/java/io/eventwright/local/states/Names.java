package io.eventwright.local.states;

import java.util.regex.Pattern;

/** What may be called what. */
final class Names {
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private Names() {}

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
    }
  }
}
