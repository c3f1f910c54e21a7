package io.eventwright.runtime.manage;

import java.util.List;

/**
 * A worker that calls dependencies.
 *
 * @param name as in {@code system.yaml}
 * @param uses its dependencies' names
 */
public record ManagedWorker(String name, List<String> uses) {
  public ManagedWorker {
    uses = List.copyOf(uses);
  }
}
