package io.eventwright.generator.write;

import java.util.List;

/**
 * What a run did to one output folder.
 *
 * @param written paths that are new or have changed, sorted
 * @param unchanged how many files already had the content they should have
 * @param removed paths that an earlier run wrote and this one no longer makes, sorted
 * @param kept paths that should have been removed but were edited since, so that they were left
 */
public record WriteResult(
    List<String> written, int unchanged, List<String> removed, List<String> kept) {

  /** Keeps the lists immutable. */
  public WriteResult {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    kept = List.copyOf(kept);
  }
}
