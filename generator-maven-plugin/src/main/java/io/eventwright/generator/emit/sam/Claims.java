package io.eventwright.generator.emit.sam;

import io.eventwright.generator.model.EventSystem;

/**
 * A bucket called {@code claims} is where data go that are too large for the bus: whoever is given
 * an event may then fetch them.
 */
final class Claims {
  private static final String BUCKET = "claims";

  private Claims() {}

  static void add(EventSystem system, Permissions permissions, Variables variables) {
    if (system.buckets().stream().anyMatch(each -> each.name().equals(BUCKET))) {
      String bucketId = LogicalIds.bucket(BUCKET);
      permissions.fetchClaims(bucketId);
      variables.claims(bucketId);
    }
  }
}
