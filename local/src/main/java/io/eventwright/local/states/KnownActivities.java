package io.eventwright.local.states;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The activities there are, in the order they were made; used under the engine's lock. */
final class KnownActivities {
  private final Map<String, Instant> made = new LinkedHashMap<>();

  /** Adds an activity that is not there yet. */
  void add(String arn, Instant now) {
    made.putIfAbsent(arn, now);
  }

  boolean remove(String arn) {
    return made.remove(arn) != null;
  }

  void require(String arn) {
    if (!made.containsKey(arn)) {
      throw new StepFunctionsException(
          "ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }
  }

  Map<String, Instant> all() {
    return new LinkedHashMap<>(made);
  }
}
