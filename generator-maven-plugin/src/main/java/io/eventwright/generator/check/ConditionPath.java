package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * A path in {@code requires} or {@code ensures} that leads nowhere. Error: the condition would
 * never hold, or always.
 */
final class ConditionPath implements Rule {

  private static final List<String> ATTRIBUTES =
      List.of("id", "source", "type", "subject", "time", "dataschema", "correlationid");

  @Override
  public String id() {
    return "condition-path";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ConditionMention mention : ConditionMention.of(system)) {
      String problem = problem(mention, system);
      if (!problem.isEmpty()) {
        found.error(
            mention.condition().path().location(),
            id(),
            "Worker "
                + mention.worker().name().value()
                + (mention.after() ? " ensures " : " requires ")
                + mention.text()
                + ", and "
                + problem);
      }
    }
  }

  private static String problem(ConditionMention mention, SystemUnderCheck system) {
    boolean known =
        mention.isOfState()
            ? mention.after() || mention.root().equals("state")
            : mention.root().equals("event");
    if (!known) {
      return "such a path begins with event. or state."
          + (mention.after() ? " or next." : "; next. is for ensures.");
    }
    if (mention.isOfState() && mention.worker().changes() == null) {
      return "it changes no entity, and so has no state. Add changes:.";
    }
    if (mention.root().equals("event") && !mention.path().get(secondOf(mention)).equals("data")) {
      return mention.path().size() == 2 && ATTRIBUTES.contains(mention.path().get(1))
          ? ""
          : "of an event there are data. and the attributes " + String.join(", ", ATTRIBUTES) + ".";
    }
    return mention.lookup(system) instanceof PathLookup.Missing missing
        ? mention.file(system)
            + " has no "
            + (missing.name().isEmpty() ? "such path" : missing.name())
            + "."
            + Suggestion.didYouMean(missing.name(), missing.known())
            + (missing.known().isEmpty()
                ? ""
                : " It has: " + String.join(", ", missing.known()) + ".")
        : "";
  }

  private static int secondOf(ConditionMention mention) {
    return Math.min(1, mention.path().size() - 1);
  }
}
