package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.SqsMessage;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.time.Randomness;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Hands a message back for later: hidden for a while of our choosing.
 *
 * @param runtime has the queue and its URL
 * @param delay how long; null when the queue's own time is right
 * @param journal told when it fails
 */
record HandBack(SystemRuntime runtime, @Nullable HandBackDelay delay, Journal journal) {

  /** Of a standard queue. */
  static HandBack of(SystemRuntime runtime, String consumer, List<DependencySettings> settings) {
    return new HandBack(runtime, HandBackDelay.of(settings), runtime.journal(consumer));
  }

  /** Of a queue of groups: what fails hides its group, for as long as the queue says. */
  static HandBack never(SystemRuntime runtime, String consumer) {
    return new HandBack(runtime, null, runtime.journal(consumer));
  }

  /** Hides a message; when that cannot be, it comes again after its queue's own time. */
  void later(SqsMessage message, DependencyUnavailable why) {
    String queue = runtime.settings().queueUrl();
    if (queue == null || delay == null) {
      return;
    }
    RandomGenerator random = Randomness.source();
    int seconds =
        why.refusedByBreaker()
            ? delay.refused(message.receiveCount(), random)
            : delay.failed(why.attempt(), random);
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
