package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.LogLine;
import io.eventwright.runtime.relay.Relay;
import io.eventwright.runtime.relay.Sweeper;
import io.eventwright.runtime.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The handler that publishes what workers decided. Given a batch of the log table's stream it looks
 * at the entities that are named there; given any other object, as a schedule does, it sweeps.
 */
public final class RelayFunction implements RequestStreamHandler {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Duration LEFT_TO_THE_DOORBELL = Duration.ofSeconds(30);
  private static final String CONSUMER = "relay";

  private final SystemRuntime runtime;
  private final Journal journal;
  private final Relay relay;
  private final Sweeper sweeper;

  private RelayFunction(SystemRuntime runtime) {
    this.runtime = runtime;
    this.journal = runtime.journal(CONSUMER);
    this.relay =
        new Relay(
            runtime.clients().dynamoDb(),
            runtime.settings().logTable(),
            runtime.bus(),
            this::putAside,
            runtime.traces());
    this.sweeper =
        new Sweeper(
            runtime.clients().dynamoDb(),
            runtime.settings().logTable(),
            runtime.settings().controlTable(),
            this::publish,
            runtime.clock(),
            LEFT_TO_THE_DOORBELL);
  }

  /** Makes the handler, once; it is safe under many threads. */
  public static RequestStreamHandler of(SystemRuntime runtime) {
    return Invocation.of(new RelayFunction(runtime), runtime);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonValue payload = Json.parse(input, JsonLimits.DEFAULT);
    Deadline deadline = LambdaTime.of(context);
    BatchMetrics metrics = new BatchMetrics();
    if (payload instanceof JsonObject object && object.get("Records") instanceof JsonArray rung) {
      BatchResponse.write(ring(rung, deadline, metrics), output);
    } else {
      Sweeper.Result swept = sweeper.sweep(deadline);
      metrics.add("PublishedLate", swept.published());
      metrics.add("OutboxBehindSeconds", Math.toIntExact(swept.behind().toSeconds()));
      count(metrics, new Relay.Result(swept.published(), swept.aside(), swept.complete()));
      new ParkedWatch(runtime).look();
      answer(swept, output);
    }
    metrics.flush(journal, runtime.clock().millis());
  }

  private static void count(BatchMetrics metrics, Relay.Result result) {
    metrics.add("Published", result.published());
    metrics.add("Unpublishable", result.aside());
    metrics.add("Unfinished", result.complete() ? 0 : 1);
  }

  /**
   * Some entities' trouble is the sweep's to mend: a batch that is given again holds up every other
   * entity of its shard. Only where nothing could be done at all it comes again, whole.
   */
  private List<String> ring(JsonArray records, Deadline deadline, BatchMetrics metrics) {
    Map<String, String> first = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i) instanceof JsonObject record
          && record.get("dynamodb") instanceof JsonObject change
          && change.get("Keys") instanceof JsonObject keys
          && keys.get("pk") instanceof JsonObject pk) {
        first.putIfAbsent(
            SagaInput.optional(pk, "S"), SagaInput.optional(change, "SequenceNumber"));
      }
    }
    boolean some = first.isEmpty();
    for (String entity : first.keySet()) {
      Relay.Result result = publish(entity, deadline);
      count(metrics, result);
      some |= result.complete();
    }
    return some ? List.of() : List.of(first.values().iterator().next());
  }

  private Relay.Result publish(String partition, Deadline deadline) {
    try {
      Relay.Result result = relay.publish(partition, deadline);
      tell(result.complete() ? "INFO" : "WARN", partition, result);
      return result;
    } catch (RuntimeException e) {
      // One entity's trouble does not hold up the others.
      journal.warn("an entity's events could not be published now", e);
      return new Relay.Result(0, 0, false);
    }
  }

  private void tell(String level, String partition, Relay.Result result) {
    if (result.published() > 0 || result.aside() > 0 || !result.complete()) {
      runtime
          .journal(CONSUMER)
          .print(
              new LogLine(level, "published")
                  .with("system", runtime.settings().system())
                  .with("consumer", CONSUMER)
                  .with("entity", partition)
                  .with("published", result.published())
                  .with("aside", result.aside())
                  .with("complete", Boolean.toString(result.complete())));
    }
  }

  private boolean putAside(String partition, OutboxEvent event, String why) {
    Rejection rejection = new Rejection(Reason.UNPUBLISHABLE, "the bus does not take it: " + why);
    try {
      return runtime
          .quarantine()
          .send(
              CONSUMER,
              rejection,
              event.envelope(),
              partition + "#" + event.envelope().sequence(),
              EnvelopeWriter.write(event.envelope(), event.data()));
    } catch (RuntimeException e) {
      journal.warn("the quarantine did not take an event that cannot be published", e);
      return false;
    }
  }

  private static void answer(Sweeper.Result result, OutputStream output) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(output)) {
      generator.writeStartObject();
      generator.writeNumberField("entities", result.entities());
      generator.writeNumberField("published", result.published());
      generator.writeNumberField("aside", result.aside());
      generator.writeBooleanField("complete", result.complete());
      generator.writeEndObject();
    }
  }
}
