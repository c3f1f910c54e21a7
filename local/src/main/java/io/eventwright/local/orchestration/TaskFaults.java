package io.eventwright.local.orchestration;

import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands before what tasks call, and has them go wrong where a test asks for it. */
public final class TaskFaults implements TaskTarget {

  /** What an error that was asked for is called: the name that Lambda has for it. */
  private static final String ERROR = "java.lang.IllegalStateException";

  private static final String CAUSE =
      "{\"errorMessage\":\"A test asked for this error.\",\"errorType\":\"" + ERROR + "\"}";

  private final TaskTarget target;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();

  /** Nothing goes wrong yet. */
  public TaskFaults(TaskTarget target) {
    this.target = target;
  }

  /** One thing that goes wrong, in a state of a machine, so many times. */
  public static final class Fault {
    private final String machine;
    private final String state;
    private final TaskMishap mishap;
    private final int times;
    private final AtomicInteger met = new AtomicInteger();

    private Fault(String machine, String state, TaskMishap mishap, int times) {
      this.machine = machine;
      this.state = state;
      this.mishap = mishap;
      this.times = times;
    }

    /** How often it came to pass. */
    public int struck() {
      return Math.min(met.get(), times);
    }

    private boolean strikes(String ofMachine, String ofState) {
      return machine.equals(ofMachine)
          && state.equals(ofState)
          && met.get() < times
          && met.incrementAndGet() <= times;
    }
  }

  /**
   * Has a task go wrong from now on.
   *
   * @param machine the machine's name
   * @param state the task's
   */
  public Fault add(String machine, String state, TaskMishap mishap, int times) {
    Fault fault = new Fault(machine, state, mishap, times);
    faults.add(fault);
    return fault;
  }

  /** Mends it. */
  public void remove(Fault fault) {
    faults.remove(fault);
  }

  /** Mends everything. */
  public void clear() {
    faults.clear();
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return target.livesOnTimeline(call);
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    String machine = call.executionArn().split(":")[6];
    for (Fault fault : faults) {
      if (fault.strikes(machine, call.stateName())) {
        return fault.mishap.happens()
            ? target.call(call).thenApply(outcome -> spoiled(fault.mishap, outcome))
            : CompletableFuture.completedFuture(spoiled(fault.mishap, null));
      }
    }
    return target.call(call);
  }

  private static TaskOutcome spoiled(TaskMishap mishap, @Nullable TaskOutcome outcome) {
    return switch (mishap) {
      case FAILS_BEFORE, FAILS_AFTER -> new TaskOutcome.Failed(ERROR, CAUSE);
      case TIMES_OUT_BEFORE, TIMES_OUT_AFTER -> new TaskOutcome.TimedOut();
      case ANSWERS_GARBAGE ->
          outcome instanceof TaskOutcome.Succeeded done
              ? new TaskOutcome.Succeeded(garbage(done.output()))
              : new TaskOutcome.Failed(ERROR, CAUSE);
    };
  }

  /** An invocation's answer keeps its frame, as Lambda makes that. */
  private static Object garbage(@Nullable Object output) {
    if (!(output instanceof Map<?, ?> answer) || !answer.containsKey("Payload")) {
      return "garbage";
    }
    Map<String, @Nullable Object> spoiled = new LinkedHashMap<>();
    answer.forEach((name, value) -> spoiled.put(String.valueOf(name), value));
    spoiled.put("Payload", "garbage");
    return spoiled;
  }
}
