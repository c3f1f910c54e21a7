package io.eventwright.runtime.projection;

import io.eventwright.runtime.store.Keys;

/** Keys of the views table. */
final class ViewKeys {
  private ViewKeys() {}

  static String partition(ProjectionType<?> type, String key) {
    return Keys.join(type.name(), key);
  }

  static String sort(String source, String subject) {
    return Keys.join(source, subject);
  }
}
