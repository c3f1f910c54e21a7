package io.eventwright.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The queues of the stack, and the service's own calls to them. */
public final class Queues implements Destination {

  private final AwsService engine;
  private final Map<String, QueueDefinition> byName = new ConcurrentHashMap<>();

  /** Queues in that engine. */
  public Queues(AwsService engine) {
    this.engine = engine;
  }

  /** Makes all queues, then ties them to their dead-letter queues, whatever their order. */
  public void create(List<QueueDefinition> queues) throws IOException, InterruptedException {
    for (QueueDefinition queue : queues) {
      ObjectNode request = Json.object().put("QueueName", queue.name());
      request.set("Attributes", Json.toTree(queue.attributes()));
      call("CreateQueue", request);
      byName.put(queue.name(), queue);
    }
    for (QueueDefinition queue : queues) {
      if (queue.redrive() != null) {
        ObjectNode request = Json.object().put("QueueUrl", queue.url());
        request.putObject("Attributes").put("RedrivePolicy", queue.redrive());
        call("SetQueueAttributes", request);
      }
    }
  }

  /** The queue of that name, ARN or URL. */
  public @Nullable QueueDefinition find(String nameOrArnOrUrl) {
    int end = Math.max(nameOrArnOrUrl.lastIndexOf(':'), nameOrArnOrUrl.lastIndexOf('/'));
    return byName.get(nameOrArnOrUrl.substring(end + 1));
  }

  /** All queues. */
  public List<QueueDefinition> all() {
    return List.copyOf(byName.values());
  }

  @Override
  public void send(String arn, Message message) throws IOException, InterruptedException {
    QueueDefinition queue = find(arn);
    if (queue == null) {
      throw new Refused("NO_RESOURCE", "there is no queue " + arn);
    }
    if (message.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > queue.largest()) {
      throw new Refused("EVENT_SIZE", "the message is larger than " + queue.largest() + " bytes");
    }
    ObjectNode request = Json.object().put("QueueUrl", queue.url());
    request.put("MessageBody", message.body());
    if (message.group() != null) {
      request.put("MessageGroupId", message.group());
    }
    if (message.deduplication() != null) {
      request.put("MessageDeduplicationId", message.deduplication());
    }
    if (!message.attributes().isEmpty()) {
      ObjectNode attributes = request.putObject("MessageAttributes");
      message
          .attributes()
          .forEach(
              (name, value) ->
                  attributes.putObject(name).put("DataType", "String").put("StringValue", value));
    }
    call("SendMessage", request);
  }

  /** Receives with everything that an event source mapping shows of a message. */
  public List<ObjectNode> receive(QueueDefinition queue, int most, int waitSeconds)
      throws IOException, InterruptedException {
    ObjectNode request = Json.object().put("QueueUrl", queue.url());
    request.put("MaxNumberOfMessages", most).put("WaitTimeSeconds", waitSeconds);
    request.putArray("AttributeNames").add("All");
    request.putArray("MessageSystemAttributeNames").add("All");
    request.putArray("MessageAttributeNames").add("All");
    List<ObjectNode> messages = new ArrayList<>();
    for (JsonNode message : call("ReceiveMessage", request).path("Messages")) {
      messages.add((ObjectNode) message);
    }
    return messages;
  }

  /** Deletes what was received under that handle. */
  public void delete(QueueDefinition queue, String receiptHandle)
      throws IOException, InterruptedException {
    call(
        "DeleteMessage",
        Json.object().put("QueueUrl", queue.url()).put("ReceiptHandle", receiptHandle));
  }

  /** Has it come back after that many seconds. */
  public void handBack(QueueDefinition queue, String receiptHandle, int seconds)
      throws IOException, InterruptedException {
    call(
        "ChangeMessageVisibility",
        Json.object()
            .put("QueueUrl", queue.url())
            .put("ReceiptHandle", receiptHandle)
            .put("VisibilityTimeout", seconds));
  }

  /** How many messages are in it: visible, hidden and delayed. */
  public long depth(QueueDefinition queue) throws IOException, InterruptedException {
    ObjectNode request = Json.object().put("QueueUrl", queue.url());
    ArrayNode names = request.putArray("AttributeNames");
    names.add("ApproximateNumberOfMessages").add("ApproximateNumberOfMessagesNotVisible");
    names.add("ApproximateNumberOfMessagesDelayed");
    long depth = 0;
    for (JsonNode value : call("GetQueueAttributes", request).path("Attributes")) {
      depth += value.asLong();
    }
    return depth;
  }

  /** Empties it. */
  public void purge(QueueDefinition queue) throws IOException, InterruptedException {
    call("PurgeQueue", Json.object().put("QueueUrl", queue.url()));
  }

  private ObjectNode call(String operation, ObjectNode body)
      throws IOException, InterruptedException {
    AwsResponse response =
        engine.handle(AwsRequest.json("AmazonSQS." + operation, "sqs", "LOCALCLOUD", body));
    if (!response.succeeded()) {
      throw new IOException(
          "SQS "
              + operation
              + " "
              + body
              + ": "
              + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return response.json();
  }
}
