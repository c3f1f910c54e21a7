package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * What every resource may need to know.
 *
 * @param system name of the system
 * @param tags on every resource, in order
 * @param logRetentionDays how long logs are kept
 * @param traced whether functions, sagas and APIs make spans
 */
public record StackView(String system, List<TagView> tags, int logRetentionDays, boolean traced) {

  /** A tag. */
  public record TagView(String key, String value) {}

  /** Keeps the tags immutable. */
  public StackView {
    tags = List.copyOf(tags);
  }
}
