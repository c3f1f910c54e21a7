package io.eventwright.runtime.log;

import io.eventwright.runtime.store.Keys;

/**
 * Names one entity.
 *
 * @param entity the kind's name, without {@code #}
 * @param id the identifier, any text
 */
public record EntityKey(String entity, String id) {

  /** The partition key of the entity's rows. */
  public String partition() {
    return Keys.join(entity, id);
  }

  /** What the entity's events are about. */
  public String subject() {
    return entity + "/" + id;
  }

  /** The sort key of a version's row. */
  static String sort(long version) {
    return "v" + Keys.padded(version);
  }
}
