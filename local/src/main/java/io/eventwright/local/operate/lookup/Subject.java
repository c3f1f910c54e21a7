package io.eventwright.local.operate.lookup;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.log.OutboxEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event that is asked about.
 *
 * @param id its id
 * @param known the event itself; null when it was not found in the log
 * @param published whether it is on the bus; true for what came from outside
 */
public record Subject(String id, @Nullable OutboxEvent known, boolean published) {

  /** Those who may have got it: of what is not known, all who remember events one by one. */
  List<Consumer> askedOf(List<Consumer> consumers) {
    OutboxEvent event = known;
    return consumers.stream()
        .filter(
            each ->
                event == null
                    ? each.kind() != Consumer.Kind.WINDOW && each.kind() != Consumer.Kind.PROJECTION
                    : takes(each, event.envelope()))
        .toList();
  }

  private static boolean takes(Consumer consumer, Envelope envelope) {
    return consumer.takes().contains(envelope.type())
        && consumer.source().equals(envelope.source());
  }
}
