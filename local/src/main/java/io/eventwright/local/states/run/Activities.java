package io.eventwright.local.states.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Work for those who ask for it: each activity has a queue of tasks and one of waiting workers. */
public final class Activities {
  private final Map<String, Deque<Task>> tasks = new HashMap<>();
  private final Map<String, Deque<Worker>> workers = new HashMap<>();

  /**
   * A task that a worker was given.
   *
   * @param token what the worker ends it with
   * @param input what it is to work on
   */
  public record Task(String token, @Nullable Object input) {}

  private record Worker(String name, CompletableFuture<Task> answer) {}

  void offer(Engine engine, String activity, Task task) {
    tasks.computeIfAbsent(activity, key -> new ArrayDeque<>()).add(task);
    match(engine, activity);
  }

  /** A task of the activity, as soon as there is one; the lock is held. */
  public CompletionStage<Task> ask(Engine engine, String activity, String worker) {
    CompletableFuture<Task> answer = new CompletableFuture<>();
    workers.computeIfAbsent(activity, key -> new ArrayDeque<>()).add(new Worker(worker, answer));
    match(engine, activity);
    return answer;
  }

  private void match(Engine engine, String activity) {
    Deque<Task> waiting = tasks.getOrDefault(activity, new ArrayDeque<>());
    Deque<Worker> asking = workers.getOrDefault(activity, new ArrayDeque<>());
    while (!waiting.isEmpty() && !asking.isEmpty()) {
      if (asking.element().answer().isDone()) {
        asking.remove();
        continue;
      }
      Task task = waiting.remove();
      TaskVisit visit = engine.task(task.token());
      if (visit != null) {
        Worker worker = asking.remove();
        visit.takenBy(worker.name());
        worker.answer().complete(task);
      }
    }
  }
}
