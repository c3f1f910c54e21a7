package io.eventwright.generator.model;

import java.util.List;

/**
 * By what the rows of a projection's key are read.
 *
 * @param path of the field within the row
 * @param descending whether the largest comes first
 */
public record RowSort(List<String> path, boolean descending) {
  public RowSort {
    path = List.copyOf(path);
  }
}
