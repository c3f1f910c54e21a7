package io.eventwright.generator.load.system;

import java.util.Locale;

/** The convention by which the user's classes are found. */
final class ClassNames {

  private ClassNames() {}

  /** {@code credit-wallet} as a class: {@code CreditWallet}; of what is no name, anything. */
  static String pascal(String kebab) {
    StringBuilder name = new StringBuilder();
    for (String word : kebab.split("-")) {
      if (word.isEmpty()) {
        continue;
      }
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.toString();
  }
}
