package io.eventwright.generator.check;

import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part that has a rule, a pipe, a partition or a state machine look into data which may travel by
 * claim check. Error: then there are none to look into, so the event would reach nobody, without a
 * word; and what a saga undoes after the bucket's days could not be read any more.
 */
final class ClaimedData implements Rule {
  private static final String BUCKET = "claims";

  /** The runtime stores data of more than that, {@code Claims.INLINE_BYTES}. */
  private static final long INLINE_BYTES = 192 * 1024;

  @Override
  public String id() {
    return "claimed-data";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    if (system.source().buckets().stream().noneMatch(each -> each.name().value().equals(BUCKET))) {
      return;
    }
    WorstCase sizes = new WorstCase(system.schemas());
    for (WorkerSource worker : system.source().workers()) {
      if (worker.subscription() != null) {
        EventSelection on = worker.subscription().on().value();
        Optional<EventContract> large = large(on, system, sizes);
        large.ifPresent(event -> check(worker, event, found));
      }
    }
    for (SagaSource saga : system.source().sagas()) {
      Located<EventSelection> on = saga.subscription().on();
      large(on.value(), system, sizes)
          .ifPresent(
              event ->
                  tell(
                      "Saga " + saga.name().value(),
                      "its state machine looks into the data, for longer than the bucket's days",
                      on.location(),
                      event,
                      found));
    }
    for (ProjectionSource projection : system.source().projections()) {
      for (Located<EventSelection> on : projection.from()) {
        Optional<EventContract> large = large(on.value(), system, sizes);
        large.ifPresent(
            event ->
                partition(
                    "Projection " + projection.name().value(), projection.feed(), event, found));
      }
    }
  }

  private void check(WorkerSource worker, EventContract event, Diagnostics found) {
    String who = "Worker " + worker.name().value();
    if (!worker.needs().isEmpty()) {
      tell(who, "needs: has a rule cut the data", worker.needs().get(0).location(), event, found);
    }
    if (worker.subscription() != null) {
      worker.subscription().where().stream()
          .filter(condition -> condition.path().value().get(0).equals("data"))
          .findFirst()
          .ifPresent(
              condition ->
                  tell(
                      who,
                      "where: has a rule look into the data",
                      condition.path().location(),
                      event,
                      found));
    }
    partition(who, worker.feed(), event, found);
  }

  /** A group or a partition is taken out of the data before anybody fetches them. */
  private void partition(String who, FeedSource feed, EventContract event, Diagnostics found) {
    for (Located<Channel> channel : channels(feed)) {
      if (channel.value() instanceof Channel.Fifo || channel.value() instanceof Channel.Stream) {
        String what = "via: " + channel.value().word() + " takes its groups from the data";
        tell(who, what, channel.location(), event, found);
      }
    }
  }

  private void tell(
      String who, String what, SourceLocation where, EventContract event, Diagnostics found) {
    found.error(
        where,
        id(),
        who
            + " takes "
            + event.ref()
            + ", whose data may be over "
            + INLINE_BYTES
            + " bytes and are then in the bucket claims, and "
            + what
            + ": there are none, and the event would not arrive. Let a worker behind a queue"
            + " take it whole and publish a small one, or lower a maxLength or maxItems of its"
            + " schema.");
  }

  private static Optional<EventContract> large(
      EventSelection on, SystemUnderCheck system, WorstCase sizes) {
    return system.events().stream()
        .filter(event -> event.name().equals(on.event()))
        .filter(event -> on.among(system.majorsOf(on.event())).contains(event.major()))
        .filter(
            event ->
                system
                    .schemas()
                    .root(event.newest().file())
                    .filter(root -> sizes.of(List.of(root)) > INLINE_BYTES)
                    .isPresent())
        .findFirst();
  }

  private static List<Located<Channel>> channels(FeedSource feed) {
    @Nullable Located<Channel> draining = feed.draining();
    return draining == null ? List.of(feed.channel()) : List.of(feed.channel(), draining);
  }
}
