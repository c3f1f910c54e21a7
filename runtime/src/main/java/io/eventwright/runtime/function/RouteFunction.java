package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.http.CrossOrigin;
import io.eventwright.runtime.http.HttpRequest;
import io.eventwright.runtime.http.HttpRequestReader;
import io.eventwright.runtime.http.HttpResponse;
import io.eventwright.runtime.http.Problem;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.LogLine;
import io.eventwright.runtime.route.Reads;
import io.eventwright.runtime.route.RouteAction;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The handler of one route of an HTTP API or REST API. Whatever is wrong with a request is answered
 * as a problem; only an instance that cannot be trusted any more ends with an error. Safe under
 * many threads.
 */
public final class RouteFunction implements RequestStreamHandler {
  private final SystemRuntime runtime;
  private final String consumer;
  private final Work work;
  private final CrossOrigin crossOrigin;

  /** Serves a request. */
  @FunctionalInterface
  interface Work {
    HttpResponse serve(HttpRequest request, Deadline deadline) throws Exception;
  }

  private RouteFunction(SystemRuntime runtime, String consumer, Work work) {
    this.runtime = runtime;
    this.consumer = consumer;
    this.work = work;
    this.crossOrigin = CrossOrigin.of(runtime.settings()::optional);
  }

  /** Makes the handler, once. */
  public static RequestStreamHandler of(RouteDefinition route, SystemRuntime runtime) {
    String consumer = "route-" + route.name();
    return Invocation.of(
        new RouteFunction(runtime, consumer, work(consumer, route, route.action(), runtime)),
        runtime);
  }

  private static Work work(
      String consumer, RouteDefinition route, RouteAction action, SystemRuntime runtime) {
    if (action instanceof RouteAction.Publish<?> publish) {
      return RouteWork.publishing(consumer, route, publish, runtime);
    }
    if (action instanceof RouteAction.Call<?, ?> call) {
      return RouteWork.calling(consumer, route, call, runtime);
    }
    if (action instanceof RouteAction.Answer<?> answer) {
      return AnswerWork.of(route, answer, runtime);
    }
    if (action instanceof RouteAction.Keep keep) {
      return KeepWork.of(route, keep, runtime);
    }
    return reading(route, action, runtime);
  }

  private static Work reading(RouteDefinition route, RouteAction action, SystemRuntime runtime) {
    Reads reads = new Reads(route, runtime.settings().system());
    if (action instanceof RouteAction.ReadEntity<?> read) {
      return entity(reads, read, runtime);
    }
    return rows(reads, (RouteAction.ReadRows<?>) action, runtime);
  }

  private static <S> Work entity(
      Reads reads, RouteAction.ReadEntity<S> read, SystemRuntime runtime) {
    return (request, deadline) ->
        reads.entity(read, runtime.shutEntities(read.type()), request, deadline);
  }

  private static <R> Work rows(Reads reads, RouteAction.ReadRows<R> read, SystemRuntime runtime) {
    return (request, deadline) ->
        reads.rows(read, runtime.shutProjection(read.type()), request, deadline);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long begun = System.nanoTime();
    HttpRequest request = HttpRequestReader.read(input);
    HttpResponse response;
    String code = null;
    Throwable failure = null;
    Traces.Handling span =
        runtime.traces().request(consumer, request.method(), request.header("traceparent"));
    try {
      response = work.serve(request, LambdaTime.of(context));
    } catch (Throwable e) {
      Failures.throwIfFatal(e);
      Problem problem = RouteProblems.of(e);
      failure = problem.status() >= 500 ? e : null;
      code = problem.code();
      response = problem.response();
    }
    span.ended(Integer.toString(response.status()), code, failure, response.status() / 100 == 5);
    span.close();
    crossOrigin.on(response).write(output);
    tell(request, response, code, failure, (System.nanoTime() - begun) / 1_000_000);
  }

  private void tell(
      HttpRequest request,
      HttpResponse response,
      @Nullable String code,
      @Nullable Throwable failure,
      long millis) {
    LogLine line =
        new LogLine(failure == null ? "INFO" : "WARN", "request answered")
            .with("system", runtime.settings().system())
            .with("consumer", consumer)
            .with("method", request.method())
            .with("status", response.status())
            .with("reason", code)
            .with("requestId", request.requestId())
            .with("correlationid", response.headers().get(RouteWork.CORRELATION))
            .with("millis", millis);
    if (failure != null) {
      line.with(failure);
    }
    runtime.journal(consumer).print(line);
    BatchMetrics metrics = new BatchMetrics();
    metrics.add("Requests", 1);
    metrics.add("ClientErrors", response.status() / 100 == 4 ? 1 : 0);
    metrics.add("ServerErrors", response.status() / 100 == 5 ? 1 : 0);
    metrics.flush(runtime.journal(consumer), runtime.clock().millis());
  }
}
