package io.eventwright.local.pipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.sqs.Queues;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipe at work: takes messages from its source, sends each on, and deletes what the target took.
 * What it could not send comes again when its visibility ends, and to the source's redrive policy.
 */
public final class Pipe implements AutoCloseable {

  private static final String PRINCIPAL = "pipes.amazonaws.com";

  private final PipeDefinition pipe;
  private final QueueDefinition source;
  private final Queues queues;
  private final Permissions permissions;
  private final Workers workers;
  private final Pace pace;
  private final LogSink log;
  private volatile boolean open = true;
  private volatile boolean sending;

  /** Not started yet. */
  public Pipe(
      PipeDefinition pipe,
      QueueDefinition source,
      Queues queues,
      Permissions permissions,
      Workers workers,
      Pace pace,
      LogSink log) {
    this.pipe = pipe;
    this.source = source;
    this.queues = queues;
    this.permissions = permissions;
    this.workers = workers;
    this.pace = pace;
    this.log = log;
  }

  /** Begins to take messages. */
  public void start() {
    if (pipe.running()) {
      workers.run(this::poll);
    }
  }

  /** Whether messages are on their way through it. */
  public boolean busy() {
    try {
      return pipe.running() && (sending || queues.depth(source) > 0);
    } catch (IOException e) {
      return open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void poll() {
    while (open) {
      try {
        for (ObjectNode message : queues.receive(source, pipe.batchSize(), 1)) {
          sending = true;
          move(message);
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!open) {
          return;
        }
        log.line(pipe.logicalId(), "cannot read " + source.name() + ": " + e);
        pause();
      } finally {
        sending = false;
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

  private void move(ObjectNode message) throws IOException, InterruptedException {
    String handle = message.path("ReceiptHandle").asText();
    try {
      require("sqs:ReceiveMessage", pipe.source());
      require("sqs:DeleteMessage", pipe.source());
      require("sqs:SendMessage", pipe.target());
      queues.send(pipe.target(), outgoing(message));
      queues.delete(source, handle);
    } catch (Destination.Refused | IllegalArgumentException | IOException e) {
      log.line(pipe.logicalId(), "a message stays in " + source.name() + ": " + e.getMessage());
      queues.handBack(source, handle, pace.seconds(source.visibilityTimeout()));
    }
  }

  private void require(String action, String resource) {
    if (!permissions.allowsRole(PRINCIPAL, pipe.arn(), pipe.role(), action, resource)) {
      throw new Destination.Refused("AccessDenied", pipe.role() + " may not " + action);
    }
  }

  private Message outgoing(ObjectNode message) {
    ObjectNode seen = Json.object();
    seen.set("messageId", message.path("MessageId"));
    seen.set("receiptHandle", message.path("ReceiptHandle"));
    seen.set("attributes", message.path("Attributes"));
    seen.set("messageAttributes", message.path("MessageAttributes"));
    seen.set("md5OfBody", message.path("MD5OfBody"));
    seen.set("body", body(message.path("Body")));
    seen.put("eventSource", "aws:sqs").put("eventSourceARN", pipe.source());
    JsonNode sent = pipe.input() == null ? seen : pipe.input().in(seen);
    return new Message(
        sent.isTextual() ? sent.asText() : Json.write(sent),
        Map.of(),
        value("MessageGroupId", pipe.group(), seen),
        value("MessageDeduplicationId", pipe.deduplication(), seen));
  }

  /** A body that is JSON is read as such (EventBridge Pipes, "Implicit body data parsing"). */
  private static JsonNode body(JsonNode body) {
    try {
      return Json.parse(body.asText());
    } catch (IllegalArgumentException e) {
      return body;
    }
  }

  private static @Nullable String value(
      String name, PipeDefinition.@Nullable Parameter parameter, JsonNode message) {
    if (parameter == null || parameter.path() == null) {
      return parameter == null ? null : parameter.text();
    }
    JsonNode found = parameter.path().in(message);
    if (!found.isValueNode() || found.isNull() || found.asText().isEmpty()) {
      throw new IllegalArgumentException(name + " is not at " + parameter.text());
    }
    return found.asText();
  }

  @Override
  public void close() {
    open = false;
  }
}
