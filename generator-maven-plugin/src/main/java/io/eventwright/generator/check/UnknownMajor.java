package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A major of a known event that no schema describes. Error: nothing could be generated for it. */
final class UnknownMajor implements Rule {

  @Override
  public String id() {
    return "unknown-major";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (EventMention mention : EventMention.of(system.source())) {
      EventSelection selection = mention.selection().value();
      List<Integer> known = system.majorsOf(selection.event());
      if (known.isEmpty() || !(selection.majors() instanceof EventSelection.Range range)) {
        continue;
      }
      String missing =
          IntStream.rangeClosed(range.first(), range.last())
              .filter(major -> !known.contains(major))
              .mapToObj(major -> selection.event() + "@" + major)
              .limit(5)
              .collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        found.error(
            mention.selection().location(),
            id(),
            mention.who()
                + " "
                + selection
                + ", and there is no schema of "
                + missing
                + ". There are: "
                + known.stream()
                    .map(major -> selection.event() + "@" + major)
                    .collect(Collectors.joining(", "))
                + ".");
      }
    }
  }
}
