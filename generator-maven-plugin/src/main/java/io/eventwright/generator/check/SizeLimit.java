package io.eventwright.generator.check;

import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import io.eventwright.generator.quota.Quotas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something on an event's way that takes no more than some bytes.
 *
 * @param name what it is
 * @param bytes what it takes
 * @param besides bytes of what it takes beside the event's data
 */
record SizeLimit(String name, long bytes, long besides) {

  /** The attributes of an envelope at the longest that its reader takes, with their names. */
  static final int ENVELOPE_BYTES = 5 * 1024;

  /** What EventBridge puts around the detail for its targets. */
  private static final int DELIVERY_BYTES = 1024;

  /** What a step of a saga is given beside the event. */
  private static final int STEP_BYTES = 1024;

  /** A version row without its state and its events. */
  private static final int ROW_BYTES = 4 * 1024;

  /** What is left for the data of the event. */
  long room() {
    return bytes - besides;
  }

  /** The limit that leaves the least room on the way of an event. */
  static SizeLimit smallest(EventContract event, SystemUnderCheck system, WorstCase sizes) {
    Quotas quotas = Quotas.known();
    List<SizeLimit> limits = new ArrayList<>();
    limits.add(new SizeLimit("EventBridge", quotas.of("eventbridge.entry-bytes"), ENVELOPE_BYTES));
    for (WorkerSource worker : system.source().workers()) {
      if (worker.subscription() != null
          && hears(worker.subscription().on().value(), event, system)) {
        limits.add(channel(worker, quotas));
      }
      if (worker.emits().stream().anyMatch(each -> each.value().equals(event.ref()))) {
        limits.add(row(worker, system, sizes, quotas));
      }
    }
    system.source().sagas().stream()
        .filter(
            saga ->
                saga.done().value().equals(event.ref())
                    || saga.undone().value().equals(event.ref()))
        .forEach(saga -> limits.add(row(saga.name().value(), 0, quotas)));
    system.source().projections().stream()
        .filter(each -> each.from().stream().anyMatch(on -> hears(on.value(), event, system)))
        .forEach(each -> limits.add(queue(each.name().value(), quotas)));
    system.source().sagas().stream()
        .filter(saga -> hears(saga.subscription().on().value(), event, system))
        .forEach(
            saga ->
                limits.add(
                    new SizeLimit(
                        "the state of the saga " + saga.name().value(),
                        quotas.of("stepfunctions.state-bytes"),
                        ENVELOPE_BYTES + DELIVERY_BYTES + STEP_BYTES)));
    return limits.stream().min(Comparator.comparingLong(SizeLimit::room)).orElseThrow();
  }

  private static SizeLimit channel(WorkerSource worker, Quotas quotas) {
    Channel channel = worker.feed().channel().value();
    String name = worker.name().value();
    int around = ENVELOPE_BYTES + DELIVERY_BYTES;
    if (channel instanceof Channel.FanOut) {
      return new SizeLimit("the topic before " + name, quotas.of("sns.message-bytes"), around);
    }
    if (channel instanceof Channel.Stream) {
      return new SizeLimit("the stream of " + name, quotas.of("kinesis.record-bytes"), around);
    }
    return channel instanceof Channel.Direct
        ? new SizeLimit("the call of " + name, quotas.of("lambda.asynchronous-bytes"), around)
        : queue(name, quotas);
  }

  private static SizeLimit queue(String consumer, Quotas quotas) {
    return new SizeLimit(
        "the queue of " + consumer,
        quotas.of("sqs.message-bytes"),
        ENVELOPE_BYTES + DELIVERY_BYTES);
  }

  private static boolean hears(EventSelection on, EventContract event, SystemUnderCheck system) {
    return on.event().equals(event.name())
        && on.among(system.majorsOf(event.name())).contains(event.major());
  }

  /** A worker's events are published from the row that also holds the entity's state. */
  private static SizeLimit row(
      WorkerSource worker, SystemUnderCheck system, WorstCase sizes, Quotas quotas) {
    long state = 0;
    if (worker.changes() != null) {
      String changed = worker.changes().entity().value();
      for (EntitySource entity : system.source().entities()) {
        if (entity.name().value().equals(changed)) {
          state =
              system
                  .schemas()
                  .root(system.named(entity.state().value()))
                  .map(root -> sizes.of(List.of(root)))
                  .orElse(0L);
        }
      }
    }
    return row(worker.name().value(), state, quotas);
  }

  private static SizeLimit row(String publisher, long state, Quotas quotas) {
    return new SizeLimit(
        "the row that " + publisher + " publishes it from",
        quotas.of("dynamodb.item-bytes"),
        ENVELOPE_BYTES + ROW_BYTES + state);
  }
}
