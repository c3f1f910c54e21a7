package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import java.util.List;

/**
 * The samples of one schema.
 *
 * @param valid events that it accepts; none when no such event was found
 * @param invalid events that it refuses, one for each keyword that could be broken, and for each
 *     name that is required
 * @param unbroken keywords that always apply, and for which no event was found that breaks them
 */
public record EventSamples(
    List<ValidSample> valid, List<InvalidSample> invalid, List<Keyword> unbroken) {

  /** Keeps the lists immutable. */
  public EventSamples {
    valid = List.copyOf(valid);
    invalid = List.copyOf(invalid);
    unbroken = List.copyOf(unbroken);
  }
}
