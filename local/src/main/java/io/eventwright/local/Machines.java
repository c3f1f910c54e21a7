package io.eventwright.local;

import io.eventwright.local.container.ContainerTasks;
import io.eventwright.local.lambda.LambdaFunctions;
import io.eventwright.local.orchestration.MachineLogging;
import io.eventwright.local.orchestration.MachineRights;
import io.eventwright.local.orchestration.ServiceTasks;
import io.eventwright.local.orchestration.StateMachineResource;
import io.eventwright.local.orchestration.StatesService;
import io.eventwright.local.orchestration.TaskFaults;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.time.WallTimeline;
import io.eventwright.local.template.Stack;
import java.util.Random;

/**
 * State machines, and what their tasks run in.
 *
 * @param functions the interpreter
 * @param faults what goes wrong in tasks
 */
record Machines(StepFunctions functions, TaskFaults faults) {

  /** Ready for machines, with none. */
  static Machines open(Ground ground, Blueprint blueprint, LambdaFunctions lambda) {
    CloudSettings settings = ground.settings();
    ContainerTasks containers =
        ground
            .parts()
            .open(
                new ContainerTasks(
                    settings.classPaths(),
                    ground.gateway().endpoint(),
                    settings.region(),
                    ground.account(),
                    ground.permissions(),
                    settings.log()));
    blueprint.tasks().forEach(containers::add);
    TaskFaults faults =
        new TaskFaults(
            new ServiceTasks(lambda, containers, ground.gateway()::dispatch, ground.permissions()));
    StepFunctions functions =
        ground
            .parts()
            .open(
                new StepFunctions(
                    settings.region(),
                    ground.account(),
                    ground.parts().open(new WallTimeline(settings.pace().factor())),
                    faults,
                    new MachineRights(ground.permissions()),
                    new Random()));
    StatesService states = new StatesService(functions);
    ground.activity().ask("an execution of a state machine", states::busy);
    ground.destinations().add("states", states);
    ground.gateway().serve("states", states);
    return new Machines(functions, faults);
  }

  /** Makes those of the template. */
  void create(Stack stack, Blueprint blueprint, Ground ground) {
    MachineLogging.check(stack, ground.permissions());
    for (StateMachineResource machine : blueprint.machines()) {
      functions.createStateMachine(
          machine.name(), machine.definition(), machine.role(), machine.express());
    }
  }

  /** Stops what runs, and lets everything go well again. */
  void reset() {
    faults.clear();
    functions.stopAll();
  }
}
