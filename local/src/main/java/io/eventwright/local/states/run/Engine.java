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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger atWork = new AtomicInteger();
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
    atWork.incrementAndGet();
    timeline.execute(
        () -> {
          runLocked(work);
          atWork.decrementAndGet();
        });
  }

  /** Lets a pause pass; the executions are at work until then. */
  Timeline.Timer pause(Duration delay, Runnable work) {
    AtomicBoolean open = new AtomicBoolean(true);
    atWork.incrementAndGet();
    Runnable end =
        () -> {
          if (open.getAndSet(false)) {
            atWork.decrementAndGet();
          }
        };
    Timeline.Timer timer =
        timeline.pause(
            delay,
            () -> {
              runLocked(work);
              end.run();
            });
    return () -> {
      timer.cancel();
      end.run();
    };
  }

  /**
   * Whether everything that runs waits for somebody to answer with a task's token: until then
   * nothing happens by itself but time-outs.
   */
  public boolean waitsForTokensOnly() {
    return atWork.get() == 0 && !tokens.isEmpty();
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

  /**
   * Calls a service.
   *
   * @return what is cancelled when nobody waits for the outcome any more
   */
  CompletableFuture<TaskOutcome> call(TaskCall call, Consumer<TaskOutcome> then) {
    CompletableFuture<TaskOutcome> handle = new CompletableFuture<>();
    if (target.livesOnTimeline(call)) {
      attempt(call, handle);
      handle.whenComplete((outcome, failure) -> tell(then, outcome, failure));
      return handle;
    }
    Timeline.Hold hold = timeline.hold();
    atWork.incrementAndGet();
    handle.whenComplete(
        (outcome, failure) -> {
          tell(then, outcome, failure);
          hold.close();
          atWork.decrementAndGet();
        });
    callers.execute(() -> attempt(call, handle));
    return handle;
  }

  private void tell(
      Consumer<TaskOutcome> then, @Nullable TaskOutcome outcome, @Nullable Throwable failure) {
    TaskOutcome told = outcome(outcome, failure);
    post(() -> then.accept(told));
  }

  private void attempt(TaskCall call, CompletableFuture<TaskOutcome> handle) {
    try {
      CompletableFuture<TaskOutcome> work = target.call(call).toCompletableFuture();
      handle.whenComplete((outcome, failure) -> work.cancel(false));
      work.whenComplete(
          (outcome, failure) -> {
            if (failure == null) {
              handle.complete(outcome);
            } else {
              handle.completeExceptionally(failure);
            }
          });
    } catch (Throwable anything) {
      // Whatever a function throws, it is its task that fails and not the line of work.
      handle.completeExceptionally(anything);
    }
  }

  private static TaskOutcome outcome(@Nullable TaskOutcome outcome, @Nullable Throwable failure) {
    return failure == null && outcome != null
        ? outcome
        : new TaskOutcome.Failed("States.TaskFailed", String.valueOf(cause(failure)));
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  String newToken(TaskVisit visit) {
    String token = Tokens.next(random, visit.flow().execution().identity().machineArn());
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
