package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Puts a message where its consumer takes its messages from, whatever channel that is. */
record Feed(Target target) {

  /**
   * Sends one message.
   *
   * @param consumer the worker's or projection's name
   * @param message as its channel carries it
   * @return the logical id of where it went
   */
  String send(String consumer, String message) {
    Names names = target.names();
    String id = Names.consumer(consumer);
    String url = names.queues().get(id + "Queue");
    if (url != null) {
      SendMessageRequest.Builder send =
          SendMessageRequest.builder().queueUrl(url).messageBody(message);
      if (url.endsWith(".fifo")) {
        // Whatever its group was: order is told by the sequence, and one that waits for a person
        // has lost its place.
        send.messageGroupId(subject(message)).messageDeduplicationId(once(message));
      }
      target.queues().sendMessage(send.build());
      return id + "Queue";
    }
    Optional<String> stream = names.stream(id + "Stream");
    if (stream.isPresent()) {
      target
          .streams()
          .putRecord(
              put ->
                  put.streamName(stream.get())
                      .partitionKey(subject(message))
                      .data(SdkBytes.fromUtf8String(message)));
      return id + "Stream";
    }
    // What is called at once has a queue for what failed, and none for what is to be done.
    if (names.queues().containsKey(id + "DeadLetterQueue")) {
      FunctionCalls functions = target.functions();
      functions.invokeLater(names.function(id + "Function", functions.names()), message);
      return id + "Function";
    }
    throw new IllegalArgumentException(
        "%s has no queue, no stream and no function of its own, so nothing can be sent to it alone. There are: %s"
            .formatted(consumer, String.join(", ", names.queues().keySet())));
  }

  /** What the event is about; a message that is none has a group of its own. */
  private static String subject(String message) {
    JsonNode tree = tree(message);
    JsonNode event = tree.has("detail") ? tree.path("detail") : tree;
    String subject = event.path("subject").asText();
    return subject.isBlank() ? "operator" : subject.substring(0, Math.min(128, subject.length()));
  }

  private static JsonNode tree(String message) {
    try {
      return Json.parse(message);
    } catch (IllegalArgumentException e) {
      return Json.object();
    }
  }

  /** A queue drops for five minutes what it has seen; a person means it each time. */
  private static String once(String message) {
    return Integer.toHexString(message.hashCode()) + "-" + System.nanoTime();
  }
}
