package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.quota.Quotas;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event that may be larger than the smallest limit on its path. Warning: only a few events may
 * ever use their bounds up, but one that does is never delivered. Parts without a bound are not
 * judged.
 */
final class EventTooLarge implements Rule {

  /** Room for the attributes around the data. */
  private static final int ENVELOPE_BYTES = 1024;

  private static final int FIELDS_NAMED = 3;

  /** What an event must fit. */
  private record Limit(String name, int bytes) {}

  @Override
  public String id() {
    return "event-too-large";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ReachableSize size = new ReachableSize(system.schemas());
    for (EventContract event : system.events()) {
      Limit limit = limit(event, system);
      system
          .schemas()
          .root(event.newest().file())
          .filter(root -> size.of(root) + ENVELOPE_BYTES > limit.bytes())
          .ifPresent(
              root -> found.warning(root.location(), id(), message(event, limit, root, size)));
    }
  }

  private static String message(
      EventContract event, Limit limit, SchemaNode root, ReachableSize size) {
    long bytes = size.of(root) + ENVELOPE_BYTES;
    String costly =
        size.ofProperties(root).entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(FIELDS_NAMED)
            .map(each -> each.getKey() + " (" + amount(each.getValue()) + ")")
            .collect(Collectors.joining(", "));
    return event.ref()
        + " may have "
        + amount(bytes)
        + " bytes, and "
        + limit.name()
        + " takes "
        + limit.bytes()
        + ". Most of them are in "
        + costly
        + ": lower a maxLength or maxItems there, or send a link to the data.";
  }

  private static String amount(long bytes) {
    return bytes >= ReachableSize.MOST ? "over " + ReachableSize.MOST : Long.toString(bytes);
  }

  private static Limit limit(EventContract event, SystemUnderCheck system) {
    Quotas quotas = Quotas.known();
    if (system.source().sagas().stream()
        .anyMatch(
            saga -> {
              var started = saga.subscription().on().value();
              return started.event().equals(event.name())
                  && started.among(system.majorsOf(event.name())).contains(event.major());
            })) {
      return new Limit("the state of the saga it starts", quotas.of("stepfunctions.state-bytes"));
    }
    boolean stored =
        system.source().workers().stream()
            .flatMap(worker -> worker.emits().stream())
            .anyMatch(each -> each.value().equals(event.ref()));
    return stored
        ? new Limit("the row that a worker publishes it from", quotas.of("dynamodb.item-bytes"))
        : new Limit("EventBridge", quotas.of("eventbridge.entry-bytes"));
  }
}
