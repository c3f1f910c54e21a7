package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.intake.SqsMessage;
import io.eventwright.runtime.observe.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands a message back for later: hidden for a while that is drawn at random around the time that a
 * breaker stays open, so that not all come at once.
 *
 * @param runtime has the queue and its URL
 * @param longest the longest time that one of the worker's breakers stays open
 * @param journal told when it fails
 */
record HandBack(SystemRuntime runtime, Duration longest, Journal journal) {
  private static final int MAX_SECONDS = 43_200;

  static HandBack of(SystemRuntime runtime, String consumer, List<DependencySettings> settings) {
    Duration longest =
        settings.stream()
            .map(one -> one.breaker().open())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new HandBack(runtime, longest, runtime.journal(consumer));
  }

  /**
   * Hides a message; when that cannot be, it comes again after its queue's own time.
   *
   * @param open whether the breaker refused; else the call failed, and may well work soon
   */
  void later(SqsMessage message, boolean open) {
    String queue = runtime.settings().queueUrl();
    if (queue == null || longest.isZero()) {
      return;
    }
    long around = Math.max(2, longest.toSeconds());
    long from = open ? around / 2 : 0;
    long to = open ? around * 3 / 2 : around / 2;
    int seconds = (int) Math.min(MAX_SECONDS, ThreadLocalRandom.current().nextLong(from, to + 1));
    try {
      runtime
          .clients()
          .sqs()
          .changeMessageVisibility(
              request ->
                  request
                      .queueUrl(queue)
                      .receiptHandle(message.receiptHandle())
                      .visibilityTimeout(seconds));
    } catch (RuntimeException e) {
      journal.warn("a message could not be hidden, and comes after its queue's own time", e);
    }
  }
}
