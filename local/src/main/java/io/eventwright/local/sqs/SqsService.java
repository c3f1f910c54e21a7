package io.eventwright.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQS as clients see it: the engine, the queue's own size limit, and hidden times at this cloud's
 * pace.
 */
public final class SqsService implements AwsService {

  private final AwsService engine;
  private final Queues queues;
  private final Pace pace;

  /** Messages that a function handed back itself, with a time of its own choosing. */
  private final Set<String> handedBack = ConcurrentHashMap.newKeySet();

  /** In front of that engine. */
  public SqsService(AwsService engine, Queues queues, Pace pace) {
    this.engine = engine;
    this.queues = queues;
    this.pace = pace;
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws IOException, InterruptedException {
    ObjectNode body = request.json();
    switch (request.operation()) {
      case "SendMessage" -> checkSize(body, body);
      case "SendMessageBatch" -> {
        for (JsonNode entry : body.path("Entries")) {
          checkSize(body, entry);
        }
      }
      case "ChangeMessageVisibility" -> shorten(body);
      case "ChangeMessageVisibilityBatch" -> {
        for (JsonNode entry : body.path("Entries")) {
          shorten((ObjectNode) entry);
        }
      }
      default -> {
        return engine.handle(request);
      }
    }
    return engine.handle(request.withBody(Json.bytes(body)));
  }

  /** Whether the function chose when this message comes back; asked once. */
  public boolean handedBackByFunction(String receiptHandle) {
    return handedBack.remove(receiptHandle);
  }

  private void shorten(ObjectNode body) {
    handedBack.add(body.path("ReceiptHandle").asText());
    body.put("VisibilityTimeout", pace.seconds(body.path("VisibilityTimeout").asInt()));
  }

  private void checkSize(ObjectNode request, JsonNode message) {
    QueueDefinition queue = queues.find(request.path("QueueUrl").asText());
    int size = message.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8).length;
    if (queue != null && size > queue.largest()) {
      throw new AwsFault(
          400,
          "InvalidParameterValue",
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(queue.largest()));
    }
  }
}
