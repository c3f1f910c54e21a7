package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A condition of {@code requires} or {@code ensures} that nothing can meet, by its schema's type or
 * its list of values. Error: every event would be refused, or quarantined.
 */
final class ConditionValue implements Rule {

  @Override
  public String id() {
    return "condition-value";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ConditionMention mention : ConditionMention.of(system)) {
      boolean attribute = !mention.isOfState() && mention.within().isEmpty();
      if (attribute || !(mention.lookup(system) instanceof PathLookup.Found there)) {
        continue;
      }
      ValueShape shape = ValueShape.of(there.facets());
      for (Located<Condition.Test> test : mention.condition().tests()) {
        String problem = shape.problemOf(test.value());
        if (!problem.isEmpty()) {
          found.error(
              test.location(),
              id(),
              "The condition on "
                  + mention.text()
                  + " never holds: "
                  + problem
                  + " in "
                  + mention.file(system)
                  + ".");
        }
      }
    }
  }
}
