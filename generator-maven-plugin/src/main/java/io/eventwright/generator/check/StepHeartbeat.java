package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;
import java.util.Optional;

/**
 * A heartbeat that no route can send, that ends the step before its worker's function, or that the
 * step's own time is over before. Error: the step would fail always, or too soon, or the heartbeat
 * would be for nothing.
 */
final class StepHeartbeat implements Rule {

  @Override
  public String id() {
    return "step-heartbeat";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      saga.allSteps()
          .filter(SagaStep.Call.class::isInstance)
          .map(SagaStep.Call.class::cast)
          .forEach(call -> check(saga.name().value(), call, system, found));
    }
  }

  private void check(String saga, SagaStep.Call call, SystemUnderCheck system, Diagnostics found) {
    SagaStep.Callback callback = call.callback();
    Duration heartbeat = callback == null ? null : callback.heartbeat();
    if (callback == null || heartbeat == null) {
      return;
    }
    String who = "Step " + call.name() + " of saga " + saga;
    if (heartbeat.compareTo(callback.timeout()) >= 0) {
      found.error(
          call.location(),
          id(),
          who
              + " is to be heard of every "
              + heartbeat.toSeconds()
              + " s, and waits for its answer for "
              + callback.timeout().toSeconds()
              + " s only, so that its silence is never noticed. Give the step a longer timeout:, or"
              + " remove heartbeat:.");
    }
    Optional<WorkerSource> worker = SagaWalk.worker(call.worker().value(), system);
    worker
        .map(WorkerSource::timeout)
        .filter(timeout -> heartbeat.compareTo(timeout) <= 0)
        .ifPresent(
            timeout ->
                found.error(
                    call.location(),
                    id(),
                    who
                        + " is given up after a silence of "
                        + heartbeat.toSeconds()
                        + " s, and its worker's function, which asks for the answer, may run for "
                        + timeout.toSeconds()
                        + " s, and take effect after it was compensated. Make heartbeat: longer, or"
                        + " the worker's timeout: shorter."));
    if (Routes.of(system).stream().noneMatch(route -> keeps(route, saga, call.name()))) {
      found.error(
          call.location(),
          id(),
          who
              + " is to be heard of every "
              + heartbeat.toSeconds()
              + " s, and no route tells it anything, so that it fails unless the answer comes"
              + " before. Add a route to the api, such as POST /"
              + call.name()
              + "/{id}/heartbeats: keeps "
              + saga
              + "."
              + call.name()
              + ", or remove heartbeat:.");
    }
  }

  private static boolean keeps(ApiSource.Route route, String saga, String step) {
    return route.action() instanceof ApiSource.Keeps keeps
        && keeps.saga().value().equals(saga)
        && keeps.step().value().equals(step);
  }
}
