package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A route that answers what does not wait, or does not say which; an approval whose record does not
 * say yes or no. Error: a saga would wait in vain.
 */
final class RouteAnswer implements Rule {

  @Override
  public String id() {
    return "route-answer";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Answers answers) {
        route(route, answers, system, found);
      }
    }
    for (SagaSource saga : system.source().sagas()) {
      saga.allSteps()
          .filter(SagaStep.Approval.class::isInstance)
          .forEach(step -> approval((SagaStep.Approval) step, saga, system, found));
    }
  }

  private void route(
      ApiSource.Route route,
      ApiSource.Answers answers,
      SystemUnderCheck system,
      Diagnostics found) {
    List<String> waiting =
        system.source().sagas().stream()
            .flatMap(
                saga ->
                    saga.allSteps()
                        .filter(step -> SagaModel.callback(step) != null)
                        .map(step -> saga.name().value() + "." + step.name()))
            .toList();
    String asked = answers.saga().value() + "." + answers.step().value();
    if (!waiting.contains(asked)) {
      found.error(
          answers.step().location(),
          id(),
          Routes.who(route)
              + " answers "
              + asked
              + ", and no step of that name waits for an answer. Those that wait: "
              + (waiting.isEmpty() ? "none" : waiting.stream().collect(Collectors.joining(", ")))
              + ".");
    }
    if (Routes.parameters(route).isEmpty()) {
      found.error(
          route.path().location(),
          id(),
          Routes.who(route)
              + " does not say which of those that wait it answers. Add a parameter for what the"
              + " step's by: is, such as /payouts/{payoutId}/approval.");
    }
  }

  private void approval(
      SagaStep.Approval step, SagaSource saga, SystemUnderCheck system, Diagnostics found) {
    var lookup =
        system
            .event(step.callback().answer().name(), step.callback().answer().major())
            .flatMap(event -> system.schemas().root(event.newest().file()))
            .map(
                root ->
                    PathLookup.of(new SchemaPaths(system.schemas()), root, List.of("approved")));
    if (lookup.isPresent()
        && !(lookup.get() instanceof PathLookup.Found there
            && there.required()
            && there.facets().stream()
                .flatMap(facet -> facet.find(Keyword.Type.class).stream())
                .anyMatch(type -> type.types().equals(Set.of(JsonType.BOOLEAN))))) {
      found.error(
          step.location(),
          id(),
          "Step "
              + step.name()
              + " of saga "
              + saga.name().value()
              + " is approved by "
              + step.callback().answer()
              + ", which has no required boolean approved. Add it to the record.");
    }
  }
}
