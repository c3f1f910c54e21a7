package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.BreakerManagerView;
import io.eventwright.generator.emit.sam.view.BreakerManagerView.DependencyView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.VariableView;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The manager of breakers, which knows every mapping that feeds a worker with dependencies.
 *
 * @param system the model
 * @param stack what every resource needs
 * @param workers those that are fed
 */
record ManagerBlocks(EventSystem system, StackView stack, WorkerBlocks workers) {

  private static final long TIMEOUT_SECONDS = 50;

  /** Whether there is anything to manage. */
  boolean exists() {
    return system.workers().stream().anyMatch(worker -> !worker.uses().isEmpty());
  }

  BreakerManagerView view() {
    List<DependencyModel> used =
        system.dependencies().stream()
            .filter(
                each ->
                    system.workers().stream()
                        .anyMatch(worker -> worker.uses().contains(each.name())))
            .toList();
    List<ManagedSource> sources =
        system.workers().stream().filter(ManagerBlocks::isFed).flatMap(workers::managed).toList();
    Permissions permissions =
        Permissions.aside("BreakerManagerLogGroup", stack)
            .manager(
                used.stream().map(DependencyModel::name).toList(),
                sources.stream().map(ManagedSource::worker).distinct().toList());
    sources.forEach(permissions::pause);
    Variables variables = new Variables().control();
    if (!sources.isEmpty()) {
      variables.add(new VariableView("EVENTWRIGHT_EVENT_SOURCES", list(sources)));
    }
    return new BreakerManagerView(
        stack,
        system.basePackage() + ".function.BreakerManagerFunction",
        permissions.list(),
        variables.list(),
        TIMEOUT_SECONDS,
        used.stream().map(ManagerBlocks::dependency).toList());
  }

  private static boolean isFed(WorkerModel worker) {
    return worker.trigger() != null && !worker.uses().isEmpty();
  }

  private static String list(List<ManagedSource> sources) {
    return sources.stream()
        .map(source -> source.worker() + "=${" + source.mappingId() + "}")
        .collect(Collectors.joining(" ", "!Sub \"", "\""));
  }

  private static DependencyView dependency(DependencyModel dependency) {
    // Half of what opens it, rounded up.
    return new DependencyView(
        LogicalIds.of(dependency.name()) + "Dependency",
        dependency.name(),
        (dependency.breaker().failurePercent() + 1) / 2);
  }
}
