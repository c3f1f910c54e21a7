package io.eventwright.runtime.log;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of entity; generated data-access classes stand on it. Every read is strongly
 * consistent.
 *
 * @param <S> the state's record
 */
public final class EntityReader<S> {
  private final EntityType<S> type;
  private final EntityLog log;
  private final Seals seals;

  public EntityReader(EntityType<S> type, EntityLog log, Seals seals) {
    this.seals = seals;
    this.type = type;
    this.log = log;
  }

  /** The entity as it is now; version 0 without state when nothing has happened to it. */
  public EntityState<S> current(String id) {
    return log.latest(partition(id))
        .map(row -> new EntityState<>(id, row.version(), state(row)))
        .orElseGet(() -> new EntityState<>(id, 0, null));
  }

  /** One entry of its log, with the state before and after. */
  public Optional<EntityVersion<S>> atVersion(String id, long version) {
    if (version < 1) {
      return Optional.empty();
    }
    return log.at(partition(id), version).map(row -> entry(id, row, stateBefore(id, version)));
  }

  /**
   * Its log, page by page, oldest first.
   *
   * @param afterVersion 0 for the beginning; else the {@code next} of the page before
   * @param limit entries at most, from 1
   */
  public Page<EntityVersion<S>> history(String id, long afterVersion, int limit) {
    Page<VersionRow> page = log.after(partition(id), afterVersion, limit);
    List<VersionRow> rows = page.items();
    List<EntityVersion<S>> entries = new ArrayList<>(rows.size());
    S before = rows.isEmpty() ? null : stateBefore(id, rows.get(0).version());
    for (VersionRow row : rows) {
      entries.add(entry(id, row, before));
      before = state(row);
    }
    return new Page<>(entries, page.next());
  }

  private @Nullable S stateBefore(String id, long version) {
    return version == 1 ? null : log.at(partition(id), version - 1).map(this::state).orElse(null);
  }

  private EntityVersion<S> entry(String id, VersionRow row, @Nullable S before) {
    return new EntityVersion<>(
        id,
        row.version(),
        before,
        state(row),
        row.cause(),
        row.at(),
        row.events().stream().map(OutboxEvent::envelope).toList(),
        row.hash());
  }

  private @Nullable S state(VersionRow row) {
    String state = row.state();
    return state == null
        ? null
        : CodecText.readBack(type.codec(), seals.open(type.sealing(), type.sealed(), state));
  }

  private String partition(String id) {
    return new EntityKey(type.name(), id).partition();
  }
}
