package io.eventwright.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.StackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB as clients see it: the engine, and a stream record for each write that succeeded. The
 * engine's own streams halve its rate; since every write passes here, they are not needed.
 */
public final class DynamoDbService implements AwsService {

  private static final int TOKENS = 10_000;
  private static final Set<String> STATEMENTS =
      Set.of("ExecuteStatement", "ExecuteTransaction", "BatchExecuteStatement");

  /** After these every table is as it was. */
  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan", "DescribeTable");

  private final AwsService engine;
  private final Map<String, TableDefinition> tables = new ConcurrentHashMap<>();
  private final Map<String, TableStream> streams = new ConcurrentHashMap<>();

  /** Tables in which something may be. */
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  private final Set<String> tokens =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > TOKENS;
                }
              }));

  /** In front of that engine. */
  public DynamoDbService(AwsService engine) {
    this.engine = engine;
  }

  /** Makes the tables. */
  public void create(List<TableDefinition> definitions, StackSettings settings)
      throws IOException, InterruptedException {
    for (TableDefinition table : definitions) {
      call("CreateTable", table.create());
      tables.put(table.name(), table);
      if (table.view() != null) {
        String arn = table.arn() + "/stream/2026-01-01T00:00:00.000";
        streams.put(table.name(), new TableStream(table, arn, settings.region()));
      }
    }
  }

  /** Empties every table that was written to by making it anew; rings nothing. */
  public void reset() throws IOException, InterruptedException {
    for (TableDefinition table : tables.values()) {
      if (written.remove(table.name())) {
        call("DeleteTable", Json.object().put("TableName", table.name()));
        call("CreateTable", table.create());
      }
    }
    streams.values().forEach(TableStream::forget);
  }

  /**
   * Listens to a stream.
   *
   * @return false if there is no such stream
   */
  public boolean listen(String streamArn, Consumer<ObjectNode> listener) {
    for (TableStream stream : streams.values()) {
      if (stream.arn().equals(streamArn)) {
        stream.listen(listener);
        return true;
      }
    }
    return false;
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws IOException, InterruptedException {
    if (!READS.contains(request.operation())) {
      note(request);
    }
    if (streams.isEmpty()) {
      return engine.handle(request);
    }
    if (STATEMENTS.contains(request.operation())) {
      throw new AwsFault(
          501,
          "NotImplemented",
          "PartiQL writes would ring no stream here, and this stack has streams");
    }
    ObjectNode body = request.json();
    List<Write> writes =
        Write.of(request.operation(), body).stream()
            .filter(write -> stream(write) != null)
            .toList();
    if (writes.isEmpty()) {
      return engine.handle(request);
    }
    return write(request, body, writes);
  }

  /** What names no table that it writes to may write to any. */
  private void note(AwsRequest request) {
    List<Write> writes = Write.of(request.operation(), request.json());
    if (writes.isEmpty()) {
      written.addAll(tables.keySet());
    }
    writes.forEach(write -> written.add(name(write)));
  }

  private @Nullable TableStream stream(Write write) {
    return streams.get(name(write));
  }

  private static String name(Write write) {
    return write.table().substring(write.table().lastIndexOf('/') + 1);
  }

  private AwsResponse write(AwsRequest request, ObjectNode body, List<Write> writes)
      throws IOException, InterruptedException {
    List<TableStream> locked = new ArrayList<>(new LinkedHashSet<>(imaged(writes)));
    locked.sort(Comparator.comparing(TableStream::arn)); // one order for all: no deadlock
    locked.forEach(stream -> stream.lock.lock());
    try {
      List<@Nullable JsonNode> before = images(writes);
      AwsResponse response = engine.handle(request);
      if (response.succeeded() && isNew(body)) {
        List<@Nullable JsonNode> after = images(writes);
        Set<String> undone = unprocessed(response);
        for (int i = 0; i < writes.size(); i++) {
          TableStream stream = java.util.Objects.requireNonNull(stream(writes.get(i)));
          if (stream.wantsImages()) {
            stream.ring(stream.keys(writes.get(i).item()), before.get(i), after.get(i));
          } else if (!undone.contains(Json.write(stream.keys(writes.get(i).item())))) {
            stream.ring(writes.get(i));
          }
        }
      }
      return response;
    } finally {
      locked.forEach(stream -> stream.lock.unlock());
    }
  }

  /** A transaction sent again under its token writes nothing. */
  private boolean isNew(ObjectNode body) {
    String token = body.path("ClientRequestToken").asText("");
    return token.isEmpty() || tokens.add(token);
  }

  private List<TableStream> imaged(List<Write> writes) {
    List<TableStream> imaged = new ArrayList<>();
    for (Write write : writes) {
      TableStream stream = stream(write);
      if (stream != null && stream.wantsImages()) {
        imaged.add(stream);
      }
    }
    return imaged;
  }

  private List<@Nullable JsonNode> images(List<Write> writes)
      throws IOException, InterruptedException {
    List<@Nullable JsonNode> images = new ArrayList<>();
    for (Write write : writes) {
      TableStream stream = stream(write);
      images.add(stream != null && stream.wantsImages() ? read(stream, write) : null);
    }
    return images;
  }

  private @Nullable JsonNode read(TableStream stream, Write write)
      throws IOException, InterruptedException {
    ObjectNode get = Json.object().put("TableName", stream.table().name());
    get.put("ConsistentRead", true).set("Key", stream.keys(write.item()));
    return call("GetItem", get).get("Item");
  }

  private Set<String> unprocessed(AwsResponse response) {
    Set<String> keys = new LinkedHashSet<>();
    if (response.body().length > 2) {
      ObjectNode left = Json.object();
      left.set("RequestItems", response.json().path("UnprocessedItems"));
      for (Write write : Write.of("BatchWriteItem", left)) {
        TableStream stream = stream(write);
        if (stream != null) {
          keys.add(Json.write(stream.keys(write.item())));
        }
      }
    }
    return keys;
  }

  private ObjectNode call(String operation, ObjectNode body)
      throws IOException, InterruptedException {
    AwsResponse response =
        engine.handle(
            AwsRequest.json("DynamoDB_20120810." + operation, "dynamodb", "LOCALCLOUD", body));
    if (!response.succeeded()) {
      throw new IOException(
          "DynamoDB "
              + operation
              + " "
              + body.path("TableName").asText()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.json();
  }
}
