package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.observe.Outcome;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionWriter;
import java.util.List;

/** The handler of a projection behind an SQS queue; its mapping reports partial batch failures. */
public final class ProjectionFunction {
  private ProjectionFunction() {}

  /** Makes the handler, once; it is safe under many threads. */
  public static <R> RequestStreamHandler of(
      ProjectionDefinition<R> definition, SystemRuntime runtime) {
    ProjectionWriter<R> writer =
        new ProjectionWriter<>(
            definition,
            runtime.clients().dynamoDb(),
            runtime.settings().viewsTable(),
            runtime.clock(),
            runtime.traces(),
            runtime.seals());
    String name = definition.type().name();
    return TracedHandler.of(
        new SqsHandler(
            name,
            runtime,
            (event, deadline) ->
                new RecordHandler.Result(
                    writer.write(event) ? Outcome.APPLIED : Outcome.STALE, null),
            HandBack.of(runtime, name, List.of())),
        runtime);
  }
}
