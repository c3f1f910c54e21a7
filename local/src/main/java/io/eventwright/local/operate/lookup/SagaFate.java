package io.eventwright.local.operate.lookup;

import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.inbox.Inbox;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.store.Keys;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The execution that an event has started, and how far it has come.
 *
 * @param places where its claim and its steps' decisions are
 * @param saga which
 */
record SagaFate(Places places, Consumer saga) {

  List<Fate> of(String event) {
    return saga.kind() == Consumer.Kind.EXPRESS ? express(event) : standard(event);
  }

  /** It claims nothing: whatever it has decided, it has decided by the event's id. */
  private List<Fate> express(String event) {
    List<Fate> steps = steps(event);
    List<Fate> fates = new ArrayList<>();
    ended(event)
        .or(
            () ->
                steps.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Fate(
                            saga.name(),
                            Fate.Word.STARTED,
                            steps.get(0).at(),
                            "it is express: it runs, or has given up: dead-letters redrive "
                                + saga.name(),
                            null,
                            0)))
        .ifPresentOrElse(
            fates::add,
            () -> fates.add(Fate.none(saga.name(), "it has decided nothing, or long ago")));
    fates.addAll(steps);
    return fates;
  }

  private List<Fate> standard(String event) {
    String table = places.control();
    Map<String, AttributeValue> claim =
        table == null
            ? Map.of()
            : places
                .tables()
                .getItem(
                    get ->
                        get.tableName(table)
                            .key(Map.of("pk", text("saga#" + saga.name() + "#" + event)))
                            .consistentRead(true))
                .item();
    String execution = claim == null ? null : optionalText(claim, "execution");
    if (claim == null || execution == null) {
      return List.of(Fate.none(saga.name(), "it has started no execution, or one of long ago"));
    }
    List<Fate> fates = new ArrayList<>();
    fates.add(
        ended(execution).orElseGet(() -> started(execution, event, optionalText(claim, "at"))));
    fates.addAll(steps(execution));
    return fates;
  }

  private List<Fate> steps(String execution) {
    List<Fate> fates = new ArrayList<>();
    Inbox inbox = new Inbox(places.tables(), places.inbox());
    for (String step : saga.steps()) {
      for (String way : List.of("do", "undo")) {
        inbox
            .find(Keys.join(saga.name(), execution, step, way))
            .map(row -> Fates.decided(saga.name() + " " + way + " " + step, row))
            .ifPresent(fates::add);
      }
    }
    return fates;
  }

  private Fate started(String execution, String event, @Nullable String at) {
    return new Fate(
        saga.name(),
        Fate.Word.STARTED,
        time(at),
        "execution " + execution + "; if it waits for a person: sagas show " + event,
        null,
        0);
  }

  private Optional<Fate> ended(String execution) {
    return new Inbox(places.tables(), places.inbox())
        .find(Keys.join(saga.name(), execution, "end"))
        .map(
            row ->
                new Fate(
                    saga.name(),
                    Fate.Word.ENDED,
                    row.at(),
                    (saga.kind() == Consumer.Kind.EXPRESS ? "express" : "execution " + execution)
                        + published(row),
                    row.partition(),
                    row.version()));
  }

  private String published(InboxRow row) {
    String partition = row.partition();
    Optional<VersionRow> version =
        partition == null
            ? Optional.empty()
            : new EntityLog(places.tables(), places.log()).at(partition, row.version());
    return version.stream()
        .flatMap(each -> each.events().stream())
        .map(event -> ", " + event.envelope().type())
        .findFirst()
        .orElse("");
  }

  private static @Nullable Instant time(@Nullable String at) {
    try {
      return at == null ? null : Instant.parse(at);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
