package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * A condition that no event can meet, by its schema's type or its list of values. Error: it lets
 * nothing through.
 */
final class WhereValue implements Rule {

  @Override
  public String id() {
    return "where-value";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (SubscriptionSource subscription : Subscriptions.of(system.source())) {
      EventSelection on = subscription.on().value();
      for (ConditionSource condition : subscription.where()) {
        List<String> path = condition.path().value();
        if (!path.get(0).equals("data") || path.size() == 1) {
          continue;
        }
        on.among(system.majorsOf(on.event())).stream()
            .flatMap(major -> system.event(on.event(), major).stream())
            .forEach(
                event ->
                    system
                        .schemas()
                        .root(event.newest().file())
                        .map(root -> PathLookup.of(schemas, root, path.subList(1, path.size())))
                        .filter(PathLookup.Found.class::isInstance)
                        .map(PathLookup.Found.class::cast)
                        .ifPresent(there -> check(condition, there, event.newest().file(), found)));
      }
    }
  }

  private void check(
      ConditionSource condition, PathLookup.Found there, String file, Diagnostics found) {
    ValueShape shape = ValueShape.of(there.facets());
    for (Located<Condition.Test> test : condition.tests()) {
      String problem = shape.problemOf(test.value());
      if (!problem.isEmpty()) {
        found.error(
            test.location(),
            id(),
            "The condition on "
                + String.join(".", condition.path().value())
                + " lets nothing through: "
                + problem
                + " in "
                + file
                + ".");
      }
    }
  }
}
