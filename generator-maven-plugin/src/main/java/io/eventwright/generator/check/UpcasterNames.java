package io.eventwright.generator.check;

import java.util.Locale;

/** The convention by which upcasters are found. */
final class UpcasterNames {

  private UpcasterNames() {}

  /** The simple name, such as {@code DepositReceivedV1ToV2}. */
  static String of(String event, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (String word : event.split("-")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name + "V" + from + "ToV" + to;
  }
}
