package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.Collection;

/** What the rules about unknown names share. */
final class Names {

  private Names() {}

  /** Reports a name that is neither known nor declared by a part that could not be read. */
  static void requireKnown(
      String rule,
      String who,
      String kind,
      Located<String> name,
      Collection<String> known,
      SystemUnderCheck system,
      Diagnostics found) {
    if (known.contains(name.value()) || system.source().unread().contains(name.value())) {
      return;
    }
    found.error(
        name.location(),
        rule,
        who
            + " "
            + name.value()
            + ", and there is no "
            + kind
            + " of that name."
            + Suggestion.didYouMean(name.value(), known)
            + (known.isEmpty()
                ? " There is none at all."
                : " There are: " + String.join(", ", known) + "."));
  }
}
