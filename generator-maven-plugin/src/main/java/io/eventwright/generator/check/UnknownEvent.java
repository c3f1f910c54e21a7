package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/** An event that no schema describes. Error: nothing could be generated for it. */
final class UnknownEvent implements Rule {

  @Override
  public String id() {
    return "unknown-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known = system.eventNames();
    for (EventMention mention : EventMention.of(system.source())) {
      String event = mention.selection().value().event();
      if (!known.contains(event)) {
        found.error(
            mention.selection().location(),
            id(),
            mention.who()
                + " "
                + mention.selection().value()
                + ", and no schema has that name."
                + Suggestion.didYouMean(event, known)
                + " Else add "
                + system.named("schemas/" + event + "/1.0.json")
                + ".");
      }
    }
  }
}
