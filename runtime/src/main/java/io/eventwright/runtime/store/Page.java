package io.eventwright.runtime.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a longer answer.
 *
 * @param items in order
 * @param next asks for the page after this one; null when there is none
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
