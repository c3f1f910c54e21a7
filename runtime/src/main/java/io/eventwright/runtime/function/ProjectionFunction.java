package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionWriter;
import java.util.List;

/**
 * The handlers of a projection, one for each channel: made once, each safe under many threads. Each
 * also takes what an operator feeds it from the log, see {@code runtime.rebuild}.
 */
public final class ProjectionFunction {
  private ProjectionFunction() {}

  /** Behind an SQS queue; its mapping reports partial batch failures. */
  public static <R> RequestStreamHandler of(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    ProjectionWriter<R> writer = writer(definition, runtime);
    String name = definition.type().name();
    return rebuilt(
        definition,
        writer,
        new SqsHandler(name, runtime, rows(writer), HandBack.of(runtime, name, List.of())),
        runtime);
  }

  /** Behind a FIFO queue: after a message that fails the rest of its group come again. */
  public static <R> RequestStreamHandler fifo(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    ProjectionWriter<R> writer = writer(definition, runtime);
    String name = definition.type().name();
    return rebuilt(
        definition,
        writer,
        new SqsHandler(
            name,
            runtime,
            rows(writer),
            HandBack.of(runtime, name, List.of()),
            Groups.of(runtime, name, true)),
        runtime);
  }

  /** Behind a Kinesis stream; its mapping reports partial batch failures. */
  public static <R> RequestStreamHandler stream(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    ProjectionWriter<R> writer = writer(definition, runtime);
    String name = definition.type().name();
    return rebuilt(definition, writer, new StreamHandler(name, runtime, rows(writer)), runtime);
  }

  /** Called with one event, and nobody waiting: what fails is thrown. */
  public static <R> RequestStreamHandler direct(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    ProjectionWriter<R> writer = writer(definition, runtime);
    String name = definition.type().name();
    return rebuilt(definition, writer, new DirectHandler(name, runtime, rows(writer)), runtime);
  }

  private static <R> ProjectionWriter<R> writer(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    return new ProjectionWriter<>(
        definition,
        runtime.clients().dynamoDb(),
        runtime.settings().viewsTable(),
        runtime.layouts(),
        runtime.clock(),
        runtime.traces(),
        runtime.seals());
  }

  private static RecordHandler rows(ProjectionWriter<?> writer) {
    return (event, deadline) ->
        new RecordHandler.Result(writer.write(event) ? Outcome.APPLIED : Outcome.STALE, null);
  }

  private static <R> RequestStreamHandler rebuilt(
      ProjectionDefinition<R> definition,
      ProjectionWriter<R> writer,
      RequestStreamHandler handler,
      SystemRuntime runtime) {
    return Invocation.of(new RebuildHandler(definition.type(), writer, handler, runtime), runtime);
  }
}
