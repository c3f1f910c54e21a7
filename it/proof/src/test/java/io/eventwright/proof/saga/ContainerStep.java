package io.eventwright.proof.saga;

import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.task.TaskDefinition;
import io.eventwright.runtime.task.TaskExit;
import io.eventwright.runtime.task.TaskRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step in a container, with the runtime's own main.
 *
 * @param tables of the system
 * @param clock the run's
 * @param effects where what it does is told
 */
record ContainerStep(Tables tables, Clock clock, Set<String> effects) {

  /** Its effect is known by its event's id. */
  TaskOutcome run(Map<?, ?> arguments) {
    Map<?, ?> overrides = (Map<?, ?>) Objects.requireNonNull(arguments.get("Overrides"));
    Map<?, ?> container = first(overrides.get("ContainerOverrides"));
    String key = String.valueOf(first(container.get("Environment")).get("Value"));
    Settings settings =
        new Settings(name -> name.equals("EVENTWRIGHT_TASK") ? key : Stage.VARIABLES.get(name));
    TaskExit exit =
        TaskRun.of(
                TaskDefinition.returning(
                    "trip",
                    key.split("#")[2],
                    Trip.TOLD,
                    Trip.TOLD,
                    event -> {
                      effects.add(event.envelope().id());
                      return event.data();
                    }),
                new SystemRuntime(
                    settings,
                    new Clients(settings, tables),
                    clock,
                    new PrintStream(
                        OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)))
            .run();
    return exit == TaskExit.DONE
        ? new TaskOutcome.Succeeded(Map.of())
        : new TaskOutcome.Failed("States.TaskFailed", "{\"ExitCode\":" + exit.code() + "}");
  }

  private static Map<?, ?> first(@Nullable Object list) {
    return (Map<?, ?>) ((List<?>) Objects.requireNonNull(list)).get(0);
  }
}
