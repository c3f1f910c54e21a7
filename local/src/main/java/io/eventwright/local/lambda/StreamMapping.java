package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a function from a table's stream: one shard, one batch at a time, in order; a failed batch
 * is tried again from its first failed record, halved if so declared, and abandoned at its limits.
 */
public final class StreamMapping implements EventSourceMapping {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final MappingSettings settings;
  private final LambdaFunctions functions;
  private final Destinations destinations;
  private final Workers workers;
  private final Pace pace;
  private final LogSink log;
  private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>();

  /** Records that are accepted and neither done nor abandoned. */
  private final AtomicInteger open = new AtomicInteger();

  private volatile boolean enabled;
  private volatile boolean closed;

  /** Not started yet. */
  public StreamMapping(
      MappingSettings settings,
      LambdaFunctions functions,
      Destinations destinations,
      Workers workers,
      Pace pace,
      LogSink log) {
    this.settings = settings;
    this.functions = functions;
    this.destinations = destinations;
    this.workers = workers;
    this.pace = pace;
    this.log = log;
    this.enabled = settings.enabled();
  }

  /** The stream has a new record. */
  public void accept(ObjectNode record) {
    if (settings.filter().passes(record)) {
      open.incrementAndGet();
      waiting.add(record);
    }
  }

  @Override
  public MappingSettings settings() {
    return settings;
  }

  @Override
  public void start() {
    workers.run(this::work);
  }

  @Override
  public boolean enabled() {
    return enabled;
  }

  @Override
  public void enable(boolean on) {
    enabled = on;
  }

  @Override
  public boolean busy() {
    return enabled && open.get() > 0;
  }

  private void work() {
    try {
      while (!closed) {
        if (!enabled) {
          Thread.sleep(50);
          continue;
        }
        List<ObjectNode> batch = gather();
        if (!batch.isEmpty()) {
          feed(batch);
          open.addAndGet(-batch.size());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ObjectNode> gather() throws InterruptedException {
    List<ObjectNode> batch = new ArrayList<>();
    ObjectNode first = waiting.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return batch;
    }
    batch.add(first);
    long end = System.nanoTime() + pace.of(settings.window()).toNanos();
    waiting.drainTo(batch, settings.batchSize() - batch.size());
    while (batch.size() < settings.batchSize() && System.nanoTime() < end) {
      ObjectNode next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
      }
    }
    return batch;
  }

  /** What is left to do is a stack of pieces, the earliest on top. */
  private void feed(List<ObjectNode> batch) throws InterruptedException {
    Deque<Piece> pieces = new ArrayDeque<>(List.of(new Piece(batch, 0)));
    while (!pieces.isEmpty() && !closed) {
      Piece piece = pieces.pop();
      int done = attempt(piece.records());
      List<ObjectNode> rest = piece.records().subList(done, piece.records().size());
      if (rest.isEmpty()) {
        continue;
      }
      int attempts = done > 0 ? 1 : piece.attempts() + 1;
      if (isOver(rest, attempts)) {
        abandon(rest, attempts);
      } else if (settings.bisect() && rest.size() > 1) {
        int middle = rest.size() / 2;
        pieces.push(new Piece(rest.subList(middle, rest.size()), piece.attempts()));
        pieces.push(new Piece(rest.subList(0, middle), piece.attempts()));
        pause(attempts);
      } else {
        pieces.push(new Piece(rest, attempts));
        pause(attempts);
      }
    }
  }

  private record Piece(List<ObjectNode> records, int attempts) {}

  private boolean isOver(List<ObjectNode> records, int attempts) {
    if (settings.retries() >= 0 && attempts > settings.retries()) {
      return true;
    }
    long created = records.get(0).path("dynamodb").path("ApproximateCreationDateTime").asLong();
    Duration oldest = settings.oldest();
    return oldest != null
        && Duration.between(Instant.ofEpochSecond(created), Instant.now()).compareTo(oldest) > 0;
  }

  private void pause(int attempts) throws InterruptedException {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
    Thread.sleep(pace.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait).toMillis() + 1);
  }

  /** How many records from the front are done. */
  private int attempt(List<ObjectNode> records) throws InterruptedException {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    ObjectNode event = Json.object();
    for (ObjectNode record : records) {
      indexes.put(sequence(record), indexes.size());
      event.withArray("Records").add(record);
    }
    InvocationResult result = invoke(event);
    if (result == null) {
      return 0;
    }
    Set<String> failed = BatchResponse.failed(result, settings.reportsFailures(), indexes.keySet());
    return failed.stream().mapToInt(indexes::get).min().orElse(records.size());
  }

  private @Nullable InvocationResult invoke(ObjectNode event) throws InterruptedException {
    try {
      return functions.invoke(settings.function(), Json.bytes(event));
    } catch (FunctionHost.Throttled e) {
      return null;
    }
  }

  private static String sequence(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  /** To a queue or topic go only the places of the records, not what is in them. */
  private void abandon(List<ObjectNode> records, int attempts) throws InterruptedException {
    String function = settings.function().logicalId();
    log.line(
        function,
        "abandoned " + records.size() + " stream records after " + attempts + " attempts");
    String arn = settings.onFailure();
    if (arn == null) {
      return;
    }
    ObjectNode told = Json.object();
    told.putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", settings.function().arn())
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", attempts);
    told.putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    told.put("version", "1.0").put("timestamp", Instant.now().toString());
    told.putObject("DDBStreamBatchInfo")
        .put("shardId", "shardId-00000000000000000000-00000000")
        .put("startSequenceNumber", sequence(records.get(0)))
        .put("endSequenceNumber", sequence(records.get(records.size() - 1)))
        .put("batchSize", records.size())
        .put("streamArn", settings.sourceArn());
    try {
      destinations.send(arn, Message.of(Json.write(told)));
    } catch (IOException | RuntimeException e) {
      log.line(function, "on-failure destination " + arn + ": " + e);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
