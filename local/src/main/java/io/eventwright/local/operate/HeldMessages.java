package io.eventwright.local.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A queue's messages while a person looks at them: a queue cannot be read without receiving, so
 * each is hidden until this is closed, and then visible again at once unless it was taken out.
 */
final class HeldMessages implements AutoCloseable {

  private static final int SECONDS = 120;

  /** By then the first ones are not yet visible again, and cannot be met a second time. */
  private static final Duration LONGEST = Duration.ofSeconds(SECONDS - 30);

  private final SqsClient queues;
  private final String url;
  private final Map<String, Message> held = new LinkedHashMap<>();
  private boolean all;

  /** Receives until the queue has no more, or that many are held. */
  HeldMessages(SqsClient queues, String url, int atMost) {
    this(queues, url, atMost, message -> false);
  }

  /**
   * Receives until the queue has no more, that many are held, or the one that is looked for is; and
   * no longer than a minute and a half, however many there are.
   */
  HeldMessages(SqsClient queues, String url, int atMost, Predicate<Message> lookedFor) {
    this.queues = queues;
    this.url = url;
    long end = System.nanoTime() + LONGEST.toNanos();
    while (held.size() < atMost && System.nanoTime() < end) {
      List<Message> received =
          queues
              .receiveMessage(
                  receive ->
                      receive
                          .queueUrl(url)
                          .maxNumberOfMessages(Math.min(10, atMost - held.size()))
                          .visibilityTimeout(SECONDS)
                          .messageAttributeNames("All")
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                          .waitTimeSeconds(1))
              .messages();
      if (received.isEmpty()) {
        all = true;
        return;
      }
      received.forEach(message -> held.put(message.messageId(), message));
      if (received.stream().anyMatch(lookedFor)) {
        return;
      }
    }
  }

  /** Whether the queue had no more. */
  boolean isWhole() {
    return all;
  }

  List<Message> all() {
    return List.copyOf(held.values());
  }

  /** Takes one out of the queue for good. */
  void remove(Message message) {
    queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    held.remove(message.messageId());
  }

  @Override
  public void close() {
    for (Message message : new ArrayList<>(held.values())) {
      queues.changeMessageVisibility(
          change ->
              change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }
  }
}
