package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.breaker.BreakerView;
import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.manage.BreakerManager;
import io.eventwright.runtime.manage.BreakerManager.Change;
import io.eventwright.runtime.manage.EventSource;
import io.eventwright.runtime.manage.EventSources;
import io.eventwright.runtime.manage.ManagedWorker;
import io.eventwright.runtime.manage.PauseRules;
import io.eventwright.runtime.manage.Pauses;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.LogLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * The handler that pauses what feeds workers while their dependencies are down, and resumes it for
 * a probe. The control table's stream rings it at each transition of a breaker, and a schedule once
 * a minute; what it is given says nothing to it, since it looks at everything each time.
 */
public final class BreakerManagerFunction implements RequestStreamHandler {
  private static final String CONSUMER = "breaker-manager";

  private final SystemRuntime runtime;
  private final BreakerManager manager;

  private BreakerManagerFunction(List<ManagedWorker> workers, SystemRuntime runtime) {
    this.runtime = runtime;
    Breakers breakers = runtime.breakers();
    this.manager =
        new BreakerManager(
            workers,
            EventSource.list(runtime.settings().eventSources()),
            breakers::view,
            new EventSources(runtime.clients()::lambda, runtime.clients()::sqs),
            new Pauses(
                runtime.clients()::dynamoDb, runtime.settings()::controlTable, runtime.clock()),
            new PauseRules(runtime.settings().shortened(PauseRules.DEFAULT.patience())),
            runtime.clock());
  }

  /** Makes the handler, once; it is safe under many threads. */
  public static RequestStreamHandler of(List<ManagedWorker> workers, SystemRuntime runtime) {
    return Invocation.of(new BreakerManagerFunction(workers, runtime), runtime);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    input.readAllBytes();
    BreakerManager.Report report = manager.look();
    report.changes().forEach(this::tell);
    report
        .breakers()
        .forEach(
            (dependency, breaker) ->
                measure(dependency, breaker, report.paused().getOrDefault(dependency, 0)));
    Journal journal = runtime.journal(CONSUMER);
    report.failures().forEach(failure -> journal.warn("an event source was left alone", failure));
    BatchMetrics metrics = new BatchMetrics();
    metrics.add("Failures", report.failures().size());
    metrics.flush(journal, runtime.clock().millis());
    if (!report.failures().isEmpty()) {
      // Only now, so that one source's failure keeps nobody from another; the alarm counts it.
      throw failed(report.failures());
    }
    BatchResponse.write(List.of(), output);
  }

  private static IllegalStateException failed(List<RuntimeException> failures) {
    IllegalStateException failed =
        new IllegalStateException(failures.size() + " event sources were left alone");
    failures.forEach(failed::addSuppressed);
    return failed;
  }

  private void tell(EventSource source, Change change) {
    runtime
        .journal(CONSUMER)
        .print(
            new LogLine("WARN", change == Change.PAUSED ? "source paused" : "source resumed")
                .with("system", runtime.settings().system())
                .with("consumer", CONSUMER)
                .with("worker", source.worker())
                .with("source", source.id()));
  }

  private void measure(String dependency, BreakerView breaker, int paused) {
    Instant now = runtime.clock().instant();
    BatchMetrics metrics = new BatchMetrics("Dependency");
    metrics.add("Open", breaker.closed() ? 0 : 1);
    metrics.add("DownSeconds", (int) breaker.downFor(now).toSeconds());
    metrics.add("HalfOpenSeconds", (int) breaker.halfOpenFor(now).toSeconds());
    metrics.add("PausedSources", paused);
    metrics.flush(runtime.journal(dependency), now.toEpochMilli());
  }
}
