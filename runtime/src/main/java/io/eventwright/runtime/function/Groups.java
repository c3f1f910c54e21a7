package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.call.Attempts;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.intake.SqsMessage;
import org.jspecify.annotations.Nullable;

/** Whether messages of a group wait for each other, and how often one may fail before it goes. */
interface Groups {

  /** Messages that know nothing of each other, counted by their queue. */
  Groups NONE =
      new Groups() {
        @Override
        public @Nullable String of(SqsMessage message) {
          return null;
        }

        @Override
        public void begin(SqsMessage message) {
          // The queue itself counts.
        }
      };

  /** The group that a message waits in; null for none. */
  @Nullable String of(SqsMessage message);

  /** Counts an attempt before it begins. */
  void begin(SqsMessage message) throws Rejection;

  /**
   * Those of a FIFO queue.
   *
   * @param counting whether attempts are counted here; not where a dependency's lease counts them
   */
  static Groups of(SystemRuntime runtime, String consumer, boolean counting) {
    return new Groups() {
      @Override
      public @Nullable String of(SqsMessage message) {
        return message.group();
      }

      @Override
      public void begin(SqsMessage message) throws Rejection {
        // The first receive is free: most messages need no second.
        if (!counting || message.receiveCount() < 2) {
          return;
        }
        long attempts =
            new Attempts(
                    runtime.clients().dynamoDb(),
                    runtime.settings().controlTable(),
                    runtime.clock(),
                    runtime.settings().remembered())
                .count(consumer, message.messageId());
        if (attempts > AttemptLease.ATTEMPTS) {
          throw new Rejection(
              Reason.ATTEMPTS_EXHAUSTED,
              "failed in " + (attempts - 1) + " attempts, and its group waits for it");
        }
      }
    };
  }
}
