package io.eventwright.generator.check;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.ConditionSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One mention of a path within an event's data.
 *
 * @param who what mentions it, as messages say it: "Worker credit-wallet finds its wallet by"
 * @param path within the data
 * @param events the majors that must have it
 * @param isKey whether it names an entity or a row, so that every event must have it
 */
record PathMention(
    String who, Located<List<String>> path, List<EventContract> events, boolean isKey) {

  /** Every mention of a path whose events are known, in the order of the parts. */
  static List<PathMention> of(SystemUnderCheck system) {
    List<PathMention> all = new ArrayList<>();
    for (WorkerSource worker : system.source().workers()) {
      SubscriptionSource fed = fedBy(worker, system);
      if (fed == null) {
        continue;
      }
      WorkerSource.Key changes = worker.changes();
      if (changes != null) {
        all.add(
            new PathMention(
                "Worker "
                    + worker.name().value()
                    + " finds its "
                    + changes.entity().value()
                    + " by",
                changes.path(),
                delivered(fed.on().value(), system),
                true));
      }
      worker
          .needs()
          .forEach(
              path ->
                  all.add(
                      new PathMention(
                          "Worker " + worker.name().value() + " needs",
                          path,
                          delivered(fed.on().value(), system),
                          false)));
      if (worker.subscription() != null) {
        grouped("Worker " + worker.name().value(), worker.feed(), fed.on().value(), system, all);
        conditions("Worker " + worker.name().value(), fed, system, all);
      }
    }
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Publishes publishes && publishes.subject() != null) {
        EventRef event = publishes.event().value();
        all.add(
            new PathMention(
                Routes.who(route) + " publishes events about",
                publishes.subject(),
                system.event(event.name(), event.major()).stream().toList(),
                true));
      }
    }
    for (SagaSource saga : system.source().sagas()) {
      conditions("Saga " + saga.name().value(), saga.subscription(), system, all);
    }
    for (ProjectionSource projection : system.source().projections()) {
      for (Located<EventSelection> from : projection.from()) {
        grouped(
            "Projection " + projection.name().value(),
            projection.feed(),
            from.value(),
            system,
            all);
        all.add(
            new PathMention(
                "Projection " + projection.name().value() + " keys its rows by",
                projection.key(),
                delivered(from.value(), system),
                true));
      }
    }
    return all;
  }

  /** What a worker sees: its own subscription, or that of the first saga that it serves. */
  static @Nullable SubscriptionSource fedBy(WorkerSource worker, SystemUnderCheck system) {
    SubscriptionSource own = worker.subscription();
    Located<EventRef> takes = worker.takes();
    return own != null
        ? own
        : takes != null
            ? one(takes)
            : sagasOf(worker, system)
                .map(SagaSource::subscription)
                .or(() -> routeOf(worker, system))
                .orElse(null);
  }

  /** The body of the first route that calls a worker. */
  private static Optional<SubscriptionSource> routeOf(
      WorkerSource worker, SystemUnderCheck system) {
    return Routes.of(system).stream()
        .filter(route -> route.action() instanceof ApiSource.Calls)
        .map(route -> (ApiSource.Calls) route.action())
        .filter(calls -> calls.worker().value().equals(worker.name().value()))
        .map(ApiSource.Calls::event)
        .map(PathMention::one)
        .findFirst();
  }

  private static SubscriptionSource one(Located<EventRef> event) {
    int major = event.value().major();
    return new SubscriptionSource(
        new Located<>(
            new EventSelection(event.value().name(), new EventSelection.Range(major, major)),
            event.location()),
        List.of());
  }

  private static Optional<SagaSource> sagasOf(WorkerSource worker, SystemUnderCheck system) {
    return system.source().sagas().stream()
        .filter(saga -> saga.serves(worker.name().value()))
        .findFirst();
  }

  /** A group is read from the event as it was sent, so that every major must have it. */
  private static void grouped(
      String who,
      FeedSource feed,
      EventSelection on,
      SystemUnderCheck system,
      List<PathMention> all) {
    Located<List<String>> by = feed.by();
    if (by != null) {
      all.add(new PathMention(who + " groups its events by", by, selected(on, system), true));
    }
  }

  private static List<EventContract> selected(EventSelection on, SystemUnderCheck system) {
    return on.among(system.majorsOf(on.event())).stream()
        .flatMap(major -> system.event(on.event(), major).stream())
        .toList();
  }

  private static void conditions(
      String who, SubscriptionSource fed, SystemUnderCheck system, List<PathMention> all) {
    EventSelection on = fed.on().value();
    for (ConditionSource condition : fed.where()) {
      List<String> path = condition.path().value();
      if (path.get(0).equals("data")) {
        all.add(
            new PathMention(
                who + " filters by",
                new Located<>(path.subList(1, path.size()), condition.path().location()),
                selected(on, system),
                false));
      }
    }
  }

  static List<EventContract> delivered(EventSelection selection, SystemUnderCheck system) {
    List<Integer> majors = selection.among(system.majorsOf(selection.event()));
    return majors.isEmpty()
        ? List.of()
        : system.event(selection.event(), majors.get(majors.size() - 1)).stream().toList();
  }
}
