package io.eventwright.runtime.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which generations of a read model there are. Readers read the live one. Writers write all, the
 * one that is built first and the live one last: so what is seen in the live one is in the other.
 *
 * @param live what is read
 * @param building what is to take its place; null when none is
 * @param retiring what was read until a moment ago, kept up for readers that have not heard; null
 *     for none
 * @param last the highest number that a generation has ever had
 */
public record Layout(
    Generation live, @Nullable Generation building, @Nullable Generation retiring, long last) {

  /** As it is before anything was written. */
  static Layout first(ProjectionType<?> type) {
    return new Layout(new Generation(1, type.shards(), type.order()), null, null, 1);
  }

  /** In the order in which they are written. */
  List<Generation> written() {
    List<Generation> all = new ArrayList<>(3);
    if (building != null) {
      all.add(building);
    }
    if (retiring != null) {
      all.add(retiring);
    }
    all.add(live);
    return all;
  }
}
