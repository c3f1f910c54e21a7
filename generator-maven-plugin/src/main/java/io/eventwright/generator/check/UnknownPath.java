package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A path that the event's newest schema lacks, in a key or in {@code where}. Error: a key could not
 * be read, and a condition on what is never there lets nothing through.
 */
final class UnknownPath implements Rule {

  /** CloudEvents attributes of the envelope that a condition may name. */
  private static final List<String> ATTRIBUTES =
      List.of("data", "id", "source", "type", "subject", "time", "dataschema", "correlationid");

  @Override
  public String id() {
    return "unknown-path";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    for (PathMention mention : PathMention.of(system)) {
      for (EventContract event : mention.events()) {
        system
            .schemas()
            .root(event.newest().file())
            .map(root -> PathLookup.of(schemas, root, mention.path().value()))
            .filter(PathLookup.Missing.class::isInstance)
            .map(PathLookup.Missing.class::cast)
            .ifPresent(missing -> report(mention, event, missing, found));
      }
    }
    Stream.concat(
            system.source().workers().stream()
                .map(WorkerSource::subscription)
                .filter(Objects::nonNull),
            system.source().sagas().stream().map(SagaSource::subscription))
        .map(SubscriptionSource::where)
        .flatMap(List::stream)
        .forEach(condition -> checkAttribute(condition, found));
  }

  private void report(
      PathMention mention, EventContract event, PathLookup.Missing missing, Diagnostics found) {
    found.error(
        mention.path().location(),
        id(),
        mention.who()
            + " "
            + String.join(".", mention.path().value())
            + ", and "
            + event.newest().file()
            + " has no "
            + (missing.name().isEmpty() ? "such path" : missing.name())
            + (missing.known().isEmpty() ? " there" : "")
            + "."
            + Suggestion.didYouMean(missing.name(), missing.known())
            + (missing.known().isEmpty()
                ? ""
                : " It has: " + String.join(", ", missing.known()) + "."));
  }

  private void checkAttribute(ConditionSource condition, Diagnostics found) {
    List<String> path = condition.path().value();
    if (!ATTRIBUTES.contains(path.get(0)) || (path.size() == 1) == path.get(0).equals("data")) {
      found.error(
          condition.path().location(),
          id(),
          "A path in where begins with data. or is an attribute of the envelope, and this is "
              + String.join(".", path)
              + "."
              + " The attributes are: "
              + String.join(", ", ATTRIBUTES.subList(1, ATTRIBUTES.size()))
              + ".");
    }
  }
}
