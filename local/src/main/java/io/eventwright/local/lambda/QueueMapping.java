package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.sqs.Queues;
import io.eventwright.local.sqs.SqsService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a function from a queue: receives in batches, deletes what succeeded, leaves the rest to
 * come back when its visibility ends, and to the queue's redrive policy.
 */
public final class QueueMapping implements EventSourceMapping {

  private static final int MOST_PER_RECEIVE = 10;

  private final MappingSettings settings;
  private final QueueDefinition queue;
  private final Queues queues;
  private final SqsService service;
  private final LambdaFunctions functions;
  private final Workers workers;
  private final Pace pace;
  private final String region;
  private final LogSink log;
  private final Semaphore slots;
  private final AtomicInteger feeding = new AtomicInteger();
  private volatile boolean enabled;
  private volatile boolean receiving;
  private volatile boolean open = true;

  /** Not started yet. */
  public QueueMapping(
      MappingSettings settings,
      QueueDefinition queue,
      Queues queues,
      SqsService service,
      LambdaFunctions functions,
      Workers workers,
      Pace pace,
      String region,
      LogSink log) {
    this.settings = settings;
    this.queue = queue;
    this.queues = queues;
    this.service = service;
    this.functions = functions;
    this.workers = workers;
    this.pace = pace;
    this.region = region;
    this.log = log;
    this.slots = new Semaphore(settings.concurrency());
    this.enabled = settings.enabled();
  }

  @Override
  public MappingSettings settings() {
    return settings;
  }

  @Override
  public void start() {
    workers.run(this::poll);
  }

  @Override
  public boolean enabled() {
    return enabled;
  }

  @Override
  public void enable(boolean on) {
    enabled = on;
    // A poll that began before may still take a message: it is waited for, a second at most.
    while (!on && receiving && open) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public boolean busy() {
    try {
      return feeding.get() > 0 || (enabled && queues.depth(queue) > 0);
    } catch (IOException e) {
      log.line(settings.function().logicalId(), "cannot see " + queue.name() + ": " + e);
      return open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void poll() {
    while (open) {
      try {
        slots.acquire();
        receiving = true;
        Map<String, ObjectNode> batch = Map.of();
        try {
          batch = enabled ? gather() : Map.of();
        } finally {
          if (batch.isEmpty()) {
            slots.release();
          }
        }
        if (!batch.isEmpty()) {
          Map<String, ObjectNode> full = batch;
          feeding.incrementAndGet();
          workers.run(() -> feed(full));
        }
        receiving = false;
        if (!enabled) {
          Thread.sleep(50);
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        receiving = false;
        if (!open) {
          return;
        }
        log.line(settings.function().logicalId(), "cannot read " + queue.name() + ": " + e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Message id to record. */
  private Map<String, ObjectNode> gather() throws IOException, InterruptedException {
    Map<String, ObjectNode> batch = new LinkedHashMap<>();
    receive(batch, 1);
    long end = System.nanoTime() + settings.window().toNanos();
    while (!batch.isEmpty()
        && batch.size() < settings.batchSize()
        && open
        && System.nanoTime() < end) {
      receive(batch, 1);
    }
    return batch;
  }

  private void receive(Map<String, ObjectNode> batch, int wait)
      throws IOException, InterruptedException {
    int most = Math.min(MOST_PER_RECEIVE, settings.batchSize() - batch.size());
    for (ObjectNode message : queues.receive(queue, most, wait)) {
      ObjectNode record = record(message);
      if (settings.filter().passes(record)) {
        batch.put(record.path("messageId").asText(), record);
      } else {
        queues.delete(queue, record.path("receiptHandle").asText());
      }
    }
  }

  private ObjectNode record(ObjectNode message) {
    ObjectNode record = Json.object();
    record.set("messageId", message.path("MessageId"));
    record.set("receiptHandle", message.path("ReceiptHandle"));
    record.set("body", message.path("Body"));
    ObjectNode attributes = record.putObject("attributes");
    message.path("Attributes").properties().forEach(e -> attributes.set(e.getKey(), e.getValue()));
    ObjectNode own = record.putObject("messageAttributes");
    message
        .path("MessageAttributes")
        .properties()
        .forEach(entry -> own.set(entry.getKey(), attribute(entry.getValue())));
    record.set("md5OfBody", message.path("MD5OfBody"));
    record
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queue.arn())
        .put("awsRegion", region);
    return record;
  }

  private static ObjectNode attribute(JsonNode attribute) {
    ObjectNode record = Json.object();
    if (attribute.has("StringValue")) {
      record.set("stringValue", attribute.get("StringValue"));
    }
    if (attribute.has("BinaryValue")) {
      record.set("binaryValue", attribute.get("BinaryValue"));
    }
    record.putArray("stringListValues");
    record.putArray("binaryListValues");
    record.set("dataType", attribute.path("DataType"));
    return record;
  }

  private void feed(Map<String, ObjectNode> batch) {
    try {
      ObjectNode event = Json.object();
      event.putArray("Records").addAll(batch.values());
      Set<String> failed = batch.keySet();
      InvocationResult result = invoke(event);
      if (result != null) {
        failed = BatchResponse.failed(result, settings.reportsFailures(), batch.keySet());
      }
      settle(batch, failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (open) {
        log.line(settings.function().logicalId(), "batch of " + queue.name() + " failed: " + e);
      }
    } finally {
      feeding.decrementAndGet();
      slots.release();
    }
  }

  private @Nullable InvocationResult invoke(ObjectNode event) throws InterruptedException {
    try {
      return functions.invoke(settings.function(), Json.bytes(event));
    } catch (FunctionHost.Throttled e) {
      return null; // the receive counts, as on AWS
    }
  }

  private void settle(Map<String, ObjectNode> batch, Set<String> failed)
      throws IOException, InterruptedException {
    List<IOException> troubles = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> entry : batch.entrySet()) {
      String handle = entry.getValue().path("receiptHandle").asText();
      boolean chosen = service.handedBackByFunction(handle);
      try {
        if (!failed.contains(entry.getKey())) {
          queues.delete(queue, handle);
        } else if (pace.factor() > 1 && !chosen) {
          queues.handBack(queue, handle, pace.seconds(queue.visibilityTimeout()));
        }
      } catch (IOException e) {
        troubles.add(e); // its visibility has ended meanwhile: it comes again
      }
    }
    if (!troubles.isEmpty()) {
      throw troubles.get(0);
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
