package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A channel that what starts a worker cannot feed, or a group by what it does not have. Error: the
 * services have no such way, or it would promise what they do not.
 */
final class TriggerChannel implements Rule {

  @Override
  public String id() {
    return "trigger-channel";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      TriggerSource trigger = worker.trigger();
      if (trigger == null || trigger instanceof TriggerSource.Events) {
        continue;
      }
      Stream.of(worker.feed().channel(), worker.feed().draining())
          .filter(Objects::nonNull)
          .forEach(channel -> check(worker, trigger, channel, found));
      Located<?> by = worker.feed().by();
      if (trigger.subscription() == null && by != null) {
        report(
            worker,
            by,
            "is started by what has no data to group by. Write via: fifo alone, which hands it one"
                + " at a time.",
            found);
      }
    }
  }

  private void check(
      WorkerSource worker, TriggerSource trigger, Located<Channel> channel, Diagnostics found) {
    String reason = reason(trigger, channel.value());
    if (reason != null) {
      report(worker, channel, reason, found);
    }
  }

  private static @Nullable String reason(TriggerSource trigger, Channel channel) {
    boolean bucket = trigger instanceof TriggerSource.Bucket;
    if (channel instanceof Channel.Stream && bucket) {
      return "waits for objects, and a stream keeps together what has one partition key, of 256"
          + " characters at most: an object's key has up to 1,024 bytes, and the bus that tells of"
          + " it keeps no order. Write queue, fifo or direct.";
    }
    if (channel instanceof Channel.Stream && trigger instanceof TriggerSource.Schedule) {
      return "waits for a time, which is one event now and then: there is nothing to partition or"
          + " to fold. Write queue, fifo or direct.";
    }
    if (channel instanceof Channel.FanOut) {
      return (trigger instanceof TriggerSource.Schedule
              ? "waits for a time, and a schedule has one target, which nobody shares."
              : "waits for what "
                  + (bucket ? "a bucket" : "another system's bus")
                  + " tells, and topics are of the events of this system.")
          + " Write queue, fifo or direct.";
    }
    return null;
  }

  private void report(WorkerSource worker, Located<?> where, String reason, Diagnostics found) {
    found.error(where.location(), id(), "Worker " + worker.name().value() + " " + reason);
  }
}
