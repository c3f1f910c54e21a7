package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.Timeline;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queues and topics: what is sent is handed to the one who listens, if anybody does. */
final class Messages {
  private static final String SEQUENCE_NUMBER = String.valueOf(BigInteger.TEN.pow(19));
  private static final Duration LATER = Duration.ofSeconds(1);

  private final List<String> queues;
  private final List<String> missingTopics;
  private final Timeline timeline;
  private final Consumer<String> listener;

  Messages(
      List<String> queues,
      List<String> missingTopics,
      Timeline timeline,
      Consumer<String> listener) {
    this.queues = queues;
    this.missingTopics = missingTopics;
    this.timeline = timeline;
    this.listener = listener;
  }

  TaskOutcome send(Map<String, @Nullable Object> arguments) {
    String url = String.valueOf(arguments.get("QueueUrl"));
    if (queues.stream().noneMatch(url::endsWith)) {
      String host = String.valueOf(URI.create(url).getHost());
      if (host.endsWith(".amazonaws.com")) {
        return new TaskOutcome.Failed(
            "SQS.QueueDoesNotExistException",
            "The specified queue does not exist. (Service: AmazonSQS; Status Code: 400; Error Code:"
                + " AWS.SimpleQueueService.NonExistentQueue; Request ID: "
                + UUID.randomUUID()
                + "; Proxy: null)");
      }
      return new TaskOutcome.Failed(
          "SQS.SdkClientException",
          "Unable to execute HTTP request: " + host + ": Name or service not known");
    }
    String body = text(arguments.get("MessageBody"));
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    if (arguments.get("MessageAttributes") instanceof Map<?, ?> attributes) {
      result.put("MD5OfMessageAttributes", md5(Json.write(attributes)));
    }
    result.put("MD5OfMessageBody", md5(body));
    result.put("MessageId", UUID.randomUUID().toString());
    if (arguments.get("MessageGroupId") != null) {
      result.put("SequenceNumber", SEQUENCE_NUMBER);
    }
    // Whoever listens does so after the sender has its answer.
    timeline.schedule(LATER, () -> listener.accept(body));
    return new TaskOutcome.Succeeded(
        RecordedServices.answer("application/x-amz-json-1.0", Json.size(result), result, timeline));
  }

  TaskOutcome publish(Map<String, @Nullable Object> arguments) {
    String topic = String.valueOf(arguments.get("TopicArn"));
    if (missingTopics.contains(topic)) {
      return new TaskOutcome.Failed(
          "SNS.NotFoundException",
          "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound;"
              + " Request ID: "
              + UUID.randomUUID()
              + "; Proxy: null)");
    }
    String message = text(arguments.get("Message"));
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("MessageId", UUID.randomUUID().toString());
    String sequence = "";
    if (arguments.get("MessageGroupId") != null) {
      result.put("SequenceNumber", SEQUENCE_NUMBER);
      sequence = "    <SequenceNumber>" + SEQUENCE_NUMBER + "</SequenceNumber>\n";
    }
    String xml =
        """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <PublishResult>
            <MessageId>%s</MessageId>
        %s  </PublishResult>
          <ResponseMetadata>
            <RequestId>%s</RequestId>
          </ResponseMetadata>
        </PublishResponse>
        """
            .formatted(result.get("MessageId"), sequence, UUID.randomUUID());
    timeline.schedule(LATER, () -> listener.accept(message));
    return new TaskOutcome.Succeeded(
        RecordedServices.answer("text/xml", xml.length(), result, timeline));
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : Json.write(value);
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
