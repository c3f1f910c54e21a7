package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two parts whose names would be one in what is generated. Error. */
final class SameName implements Rule {

  /** What the template and the functions' package hold beside the parts of a system. */
  private static final List<String> SHARED =
      List.of(
          "bus",
          "api",
          "relay",
          "breaker-manager",
          "quarantine",
          "log",
          "inbox",
          "control",
          "views");

  @Override
  public String id() {
    return "same-name";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Map<String, String> owners = new HashMap<>();
    for (String shared : SHARED) {
      owners.put(shared, "a part that every system has");
    }
    for (WorkerSource worker : system.source().workers()) {
      claim("worker", worker.name(), owners, found);
    }
    for (SagaSource saga : system.source().sagas()) {
      claim("saga", saga.name(), owners, found);
      claim(
          "the end of saga",
          new Located<>(saga.name().value() + "-end", saga.name().location()),
          owners,
          found);
    }
    for (ProjectionSource projection : system.source().projections()) {
      claim("projection", projection.name(), owners, found);
    }
    for (ApiSource.Route route : Routes.of(system)) {
      String name =
          io.eventwright.generator.model.Routes.name(route.method(), route.path().value());
      claim("route", new Located<>(name, route.path().location()), owners, found);
    }
    tasks(system, owners, found);
    Map<String, String> entities = new HashMap<>();
    for (EntitySource entity : system.source().entities()) {
      claim("entity", entity.name(), entities, found);
    }
  }

  /** Steps in containers, whose resources share some, which no part may be called. */
  private void tasks(SystemUnderCheck system, Map<String, String> owners, Diagnostics found) {
    Map<String, String> tasks = new HashMap<>();
    for (SagaSource saga : system.source().sagas()) {
      saga.allSteps()
          .filter(SagaStep.Task.class::isInstance)
          .forEach(
              step -> {
                String name = saga.name().value() + "-" + step.name();
                claim("step", new Located<>(name, step.location()), tasks, found);
                for (String shared : List.of("task", "task-execution")) {
                  String owner = owners.get(shared.replace("-", ""));
                  if (owner != null) {
                    found.error(
                        step.location(),
                        id(),
                        "Step "
                            + step.name()
                            + " runs in a container, and so no part may be called "
                            + shared
                            + " as "
                            + owner
                            + " is. Rename that.");
                  }
                }
              });
    }
  }

  private void claim(
      String kind, Located<String> name, Map<String, String> owners, Diagnostics found) {
    String who = kind + " " + name.value();
    // Resources and classes are named by the words of a name run together.
    String other = owners.putIfAbsent(name.value().replace("-", ""), who);
    if (other != null) {
      found.error(
          name.location(),
          id(),
          "The name of "
              + who
              + " is also that of "
              + other
              + " in what is generated, where hyphens are left out. Rename one.");
    }
  }
}
