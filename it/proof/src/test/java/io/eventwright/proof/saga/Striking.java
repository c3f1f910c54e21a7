package io.eventwright.proof.saga;

import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.VirtualTimeline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How each mishap comes about.
 *
 * @param timeline for what happens later
 * @param tables whose calls end where a function is killed
 * @param timeouts of states, in seconds
 * @param work what a task does when nothing goes wrong
 */
record Striking(
    VirtualTimeline timeline,
    Tables tables,
    Map<String, Long> timeouts,
    Function<TaskCall, TaskOutcome> work) {

  /** Has a call go wrong. */
  CompletionStage<TaskOutcome> strike(Mishap mishap, TaskCall call) {
    CompletableFuture<TaskOutcome> never = new CompletableFuture<>();
    long seconds = timeouts.getOrDefault(call.stateName(), 60L);
    return switch (mishap) {
      case FAILS_BEFORE -> failed("java.lang.IllegalStateException");
      case FAILS_AFTER -> after(call, () -> failed("java.lang.IllegalStateException"));
      case TIMES_OUT_BEFORE -> never;
      case TIMES_OUT_AFTER -> after(call, () -> never);
      case HAPPENS_LATE -> later(Duration.ofSeconds(seconds + 1), call, never);
      case HAPPENS_VERY_LATE -> later(Duration.ofDays(2), call, never);
      case SLOW -> {
        CompletableFuture<TaskOutcome> slow = new CompletableFuture<>();
        timeline.schedule(Duration.ofSeconds(seconds - 1), () -> slow.complete(work.apply(call)));
        yield slow;
      }
      case ANSWERS_GARBAGE -> answering(call, "\u0000\u001b[31m{");
      case ANSWERS_NULL -> answering(call, null);
      case ANSWERS_TOO_MUCH -> answering(call, "x".repeat(300_000));
      case KILLED_AT_ONCE -> killed(call, 1, true);
      case KILLED_BEFORE_SECOND_CALL -> killed(call, 2, true);
      case KILLED_AFTER_SECOND_CALL -> killed(call, 2, false);
      case KILLED_BEFORE_THIRD_CALL -> killed(call, 3, true);
      case KILLED_AFTER_THIRD_CALL -> killed(call, 3, false);
      case THROTTLED -> failed("Lambda.TooManyRequestsException");
      case DELIVERED_TWICE ->
          after(call, () -> CompletableFuture.completedFuture(work.apply(call)));
    };
  }

  private CompletionStage<TaskOutcome> after(
      TaskCall call, Supplier<CompletionStage<TaskOutcome>> then) {
    work.apply(call);
    return then.get();
  }

  private CompletionStage<TaskOutcome> later(
      Duration delay, TaskCall call, CompletableFuture<TaskOutcome> never) {
    timeline.schedule(delay, () -> work.apply(call));
    return never;
  }

  /** A function that failed gives its error; one that worked gives this instead of its answer. */
  private CompletionStage<TaskOutcome> answering(TaskCall call, @Nullable Object answer) {
    TaskOutcome outcome = work.apply(call);
    return CompletableFuture.completedFuture(
        outcome instanceof TaskOutcome.Succeeded ? Stage.succeeded(answer) : outcome);
  }

  CompletionStage<TaskOutcome> killed(TaskCall call, int at, boolean before) {
    tables.killAt(at, before);
    try {
      return CompletableFuture.completedFuture(work.apply(call));
    } catch (Tables.Killed e) {
      return failed("Runtime.ExitError");
    } finally {
      tables.live();
    }
  }

  private static CompletionStage<TaskOutcome> failed(String error) {
    return CompletableFuture.completedFuture(new TaskOutcome.Failed(error, "went wrong"));
  }
}
