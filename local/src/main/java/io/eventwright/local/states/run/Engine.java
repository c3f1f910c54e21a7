package io.eventwright.local.states.run;

import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What all executions share: the time, the way out to services, the tokens handed out, and one lock
 * under which everything changes.
 */
public final class Engine {
  private static final System.Logger LOG = System.getLogger(Engine.class.getName());

  private final Timeline timeline;
  private final TaskTarget target;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, TaskVisit> tokens = new HashMap<>();
  private final Activities activities = new Activities();
  private final ExecutorService callers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "task-call");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * An engine.
   *
   * @param random decides jitter and makes tokens
   */
  public Engine(Timeline timeline, TaskTarget target, RandomGenerator random) {
    this.timeline = timeline;
    this.target = target;
    this.random = random;
  }

  Instant now() {
    return timeline.now();
  }

  RandomGenerator random() {
    return random;
  }

  /** Runs the work under the lock and gives what it gives. */
  public <T> T locked(java.util.function.Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  void post(Runnable work) {
    timeline.execute(() -> runLocked(work));
  }

  Timeline.Timer schedule(Duration delay, Runnable work) {
    return timeline.schedule(delay, () -> runLocked(work));
  }

  private void runLocked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError bug) {
      // The line of work goes on for all other executions.
      LOG.log(System.Logger.Level.ERROR, "an execution's step failed", bug);
    } finally {
      lock.unlock();
    }
  }

  void call(TaskCall call, Consumer<TaskOutcome> then) {
    Consumer<TaskOutcome> posted = outcome -> post(() -> then.accept(outcome));
    if (target.livesOnTimeline(call)) {
      attempt(call).whenComplete((outcome, failure) -> posted.accept(outcome(outcome, failure)));
      return;
    }
    Timeline.Hold hold = timeline.hold();
    callers.execute(
        () ->
            attempt(call)
                .whenComplete(
                    (outcome, failure) -> {
                      posted.accept(outcome(outcome, failure));
                      hold.close();
                    }));
  }

  private java.util.concurrent.CompletionStage<TaskOutcome> attempt(TaskCall call) {
    try {
      return target.call(call);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static TaskOutcome outcome(@Nullable TaskOutcome outcome, @Nullable Throwable failure) {
    return failure == null && outcome != null
        ? outcome
        : new TaskOutcome.Failed("States.TaskFailed", String.valueOf(failure));
  }

  String newToken(TaskVisit visit) {
    String token = Tokens.next(random);
    tokens.put(token, visit);
    return token;
  }

  void forgetToken(String token) {
    tokens.remove(token);
  }

  /** The task that waits for the token, or null when none does. */
  public @Nullable TaskVisit task(String token) {
    return tokens.get(token);
  }

  /** The activities that tasks wait for. */
  public Activities activities() {
    return activities;
  }

  /** Ends the threads that call services. */
  public void close() {
    callers.shutdownNow();
  }
}
