package io.eventwright.runtime.window;

import io.eventwright.runtime.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Folds one more event into what a window holds. It must be pure: when a batch fails, its events
 * are folded again into what was held before.
 *
 * @param <T> the event's record
 * @param <W> what the window holds
 */
@FunctionalInterface
public interface Folder<T, W> {

  /**
   * Folds.
   *
   * @param soFar what the window holds for the event's group; null for its first event
   */
  W fold(@Nullable W soFar, Event<T> event);
}
