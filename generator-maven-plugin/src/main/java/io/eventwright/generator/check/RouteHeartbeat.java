package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.stream.Stream;

/**
 * A route that keeps what has no heartbeat, does not say which, or lets anybody keep what only some
 * may answer. Error: nothing would come of it, or a saga could be held up by a stranger.
 */
final class RouteHeartbeat implements Rule {

  @Override
  public String id() {
    return "route-heartbeat";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> beating =
        system.source().sagas().stream()
            .flatMap(
                saga ->
                    saga.allSteps()
                        .filter(RouteHeartbeat::beats)
                        .map(step -> saga.name().value() + "." + step.name()))
            .toList();
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Keeps keeps) {
        check(route, keeps, beating, system, found);
      }
    }
  }

  private static boolean beats(SagaStep step) {
    SagaStep.Callback callback = SagaModel.callback(step);
    return callback != null && callback.heartbeat() != null;
  }

  private void check(
      ApiSource.Route route,
      ApiSource.Keeps keeps,
      List<String> beating,
      SystemUnderCheck system,
      Diagnostics found) {
    String kept = keeps.saga().value() + "." + keeps.step().value();
    if (!beating.contains(kept)) {
      found.error(
          keeps.step().location(),
          id(),
          Routes.who(route)
              + " keeps "
              + kept
              + ", and no step of that name has a heartbeat. Those that have one: "
              + (beating.isEmpty() ? "none" : String.join(", ", beating))
              + ". Name one of them, or write heartbeat: beside the step's callback:.");
    }
    if (Routes.parameters(route).isEmpty()) {
      found.error(
          route.path().location(),
          id(),
          Routes.who(route)
              + " does not say which of those that wait it keeps. Add a parameter for what the"
              + " step's by: is, such as /payouts/{payoutId}/heartbeats.");
    }
    List<ApiSource.Answers> answers =
        answers(system)
            .filter(each -> kept.equals(each.saga().value() + "." + each.step().value()))
            .toList();
    if (keeps.claim().isEmpty()
        && !answers.isEmpty()
        && answers.stream().noneMatch(each -> each.claim().isEmpty())) {
      ApiSource.Answers first = answers.get(0);
      found.error(
          keeps.step().location(),
          id(),
          Routes.who(route)
              + " lets every caller keep "
              + kept
              + " waiting, which only some may answer. Say who may, such as for "
              + first.claim()
              + " "
              + first.value()
              + ".");
    }
  }

  private static Stream<ApiSource.Answers> answers(SystemUnderCheck system) {
    return Routes.of(system).stream()
        .filter(route -> route.action() instanceof ApiSource.Answers)
        .map(route -> (ApiSource.Answers) route.action());
  }
}
