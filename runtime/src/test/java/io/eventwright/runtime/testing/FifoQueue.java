package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A FIFO queue as its consumer sees it: messages in order, and what failed comes again first. */
public final class FifoQueue {
  private final List<Message> messages = new ArrayList<>();
  private int sent;

  private static final class Message {
    final String id;
    final String group;
    final String body;
    int receives;

    Message(String id, String group, String body) {
      this.id = id;
      this.group = group;
      this.body = body;
    }
  }

  /** Adds a message; the first is named m-0. */
  public FifoQueue send(String group, String body) {
    messages.add(new Message("m-" + sent++, group, body));
    return this;
  }

  /** Whether everything was handled. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /**
   * Hands out the first messages, and takes those back that the handler names.
   *
   * @return the identifiers that it named
   */
  public List<String> deliver(RequestStreamHandler handler, int most) throws IOException {
    List<Message> batch = new ArrayList<>(messages.subList(0, Math.min(most, messages.size())));
    batch.forEach(message -> message.receives++);
    List<String> failed = Payloads.failures(handler, payload(batch));
    messages.removeIf(message -> batch.contains(message) && !failed.contains(message.id));
    return failed;
  }

  private static byte[] payload(List<Message> batch) {
    List<JsonValue> records = new ArrayList<>();
    for (Message message : batch) {
      records.add(
          JsonObject.builder()
              .put("messageId", new JsonString(message.id))
              .put("receiptHandle", new JsonString("r-" + message.id))
              .put("body", new JsonString(message.body))
              .put(
                  "attributes",
                  JsonObject.builder()
                      .put("ApproximateReceiveCount", new JsonString("" + message.receives))
                      .put("MessageGroupId", new JsonString(message.group))
                      .put("MessageDeduplicationId", new JsonString("d-" + message.id))
                      .build())
              .put("eventSource", new JsonString("aws:sqs"))
              .put("eventSourceARN", new JsonString("arn:aws:sqs:eu-central-1:1:credit.fifo"))
              .build());
    }
    return JsonObject.builder()
        .put("Records", JsonArray.of(records))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
