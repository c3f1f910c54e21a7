package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.push.EventsApi;
import io.eventwright.runtime.push.RowChange;
import io.eventwright.runtime.push.Snapshots;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The handler that shows changed rows to browsers, fed by the stream of the table of read models: a
 * shard is read by one instance at a time, so while one batch is published the next one grows, and
 * a batch of any size is a snapshot for each of its keys. When a call fails the whole batch comes
 * again: rows carry their version, and a browser keeps the highest.
 */
public final class PushFunction implements RequestStreamHandler {
  /** Lambda hands over 6 MB at most. */
  private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withMaxBytes(8 * 1024 * 1024);

  private static final String CONSUMER = "push";

  private final SystemRuntime runtime;
  private final Map<String, String> namespaces;
  private final EventsApi api;
  private final Journal journal;

  private PushFunction(SystemRuntime runtime, Map<String, String> namespaces) {
    this.runtime = runtime;
    this.namespaces = Map.copyOf(namespaces);
    this.api = new EventsApi(runtime.clients().pushes(runtime.settings().push()));
    this.journal = runtime.journal(CONSUMER);
  }

  /**
   * Makes the handler, once; it is safe under many threads.
   *
   * @param namespaces the channel namespace of each read model that is shown
   */
  public static RequestStreamHandler of(Map<String, String> namespaces, SystemRuntime runtime) {
    return Invocation.of(new PushFunction(runtime, namespaces), runtime);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<RowChange> changes = changes(Json.parse(input, LIMITS));
    BatchMetrics metrics = new BatchMetrics();
    metrics.add("RowsChanged", changes.size());
    int calls = 0;
    for (Map.Entry<String, List<String>> channel : Snapshots.of(changes, namespaces).entrySet()) {
      calls += api.publish(channel.getKey(), channel.getValue());
      metrics.add("SnapshotsPushed", channel.getValue().size());
    }
    metrics.add("PushCalls", calls);
    metrics.flush(journal, runtime.clock().millis());
    BatchResponse.write(List.of(), output);
  }

  private static List<RowChange> changes(JsonValue payload) throws IOException {
    if (!(payload instanceof JsonObject object)
        || !(object.get("Records") instanceof JsonArray records)) {
      throw new IOException("not a batch of a table's stream: an object with Records is expected");
    }
    List<RowChange> changes = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      RowChange change = change(records.get(i));
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Rows that are removed are those of a read model that was built anew: nobody is told. */
  private static @Nullable RowChange change(JsonValue record) {
    if (!(record instanceof JsonObject object)
        || !(object.get("dynamodb") instanceof JsonObject change)
        || !(change.get("NewImage") instanceof JsonObject image)
        || image.get("row") == null
        || image.get("key") == null) {
      return null;
    }
    String partition = text(image, "pk");
    return new RowChange(
        partition.substring(0, partition.indexOf('#')),
        text(image, "key"),
        text(image, "source"),
        text(image, "subject"),
        text(image, "version"),
        text(image, "row"));
  }

  private static String text(JsonObject image, String attribute) {
    return image.get(attribute) instanceof JsonObject typed ? SagaInput.optional(typed, "S") : "";
  }
}
