package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the samples of one schema. All that is made is judged by the schema's validator: what it
 * accepts is a valid sample, and what it refuses for the keyword meant is an invalid one.
 *
 * @param set where the schema is in
 * @param root the schema
 * @param validator what judges
 * @param seed the same seed gives the same samples
 * @param varied how many valid samples there are beside the minimal, the full and the schema's own
 */
public record SampleMaker(
    SchemaSet set, SchemaKey root, Validator validator, long seed, int varied) {

  private static final int TRIES = 200;

  /** The samples; deterministic. */
  public EventSamples make() {
    SeededNumbers random = new SeededNumbers(seed, root.toString());
    List<ValidSample> valid = valid(random);
    Breakage breakage = new Breakage(set, root, validator);
    // The fullest first: most keywords have something to bite on there.
    List<ValidSample> bases = new ArrayList<>(valid);
    bases.sort(
        Comparator.comparingInt((ValidSample each) -> each.value().toString().length()).reversed());
    bases.forEach(each -> breakage.breakAll(each.value()));
    return new EventSamples(valid, breakage.broken(), breakage.unbroken());
  }

  /**
   * The largest of some events that use the schema's bounds up: texts of the characters that take
   * most room, lists and maps as long as may be. Empty when no such event was found.
   */
  public Optional<JsonValue> largest() {
    SeededNumbers random = new SeededNumbers(seed, root.toString());
    Optional<JsonValue> largest = Optional.empty();
    int bytes = -1;
    for (int i = 0; i < TRIES; i++) {
      Optional<JsonValue> value =
          new ValueMaker(set, random, Fullness.LARGEST).make(List.of(root), 0);
      int size = value.map(each -> each.toString().length()).orElse(-1);
      if (size > bytes && validator.isValid(value.get())) {
        largest = value;
        bytes = size;
      }
    }
    return largest;
  }

  private List<ValidSample> valid(SeededNumbers random) {
    List<ValidSample> valid = new ArrayList<>();
    add("minimal", attempt(Fullness.MINIMAL, random, List.of()), valid);
    add("full", attempt(Fullness.FULL, random, valid), valid);
    List<JsonValue> shown =
        set.node(root).find(Keyword.Examples.class).map(Keyword.Examples::values).orElse(List.of());
    int number = 1;
    for (JsonValue example : shown) {
      if (validator.isValid(example)) {
        add("example-" + number++, Optional.of(example), valid);
      }
    }
    for (int i = 1; i <= varied; i++) {
      add("varied-" + i, attempt(Fullness.SOME, random, valid), valid);
    }
    return valid;
  }

  private static void add(String name, Optional<JsonValue> value, List<ValidSample> valid) {
    value
        .filter(each -> valid.stream().noneMatch(other -> other.value().equals(each)))
        .ifPresent(each -> valid.add(new ValidSample(name, each)));
  }

  /** A value that is accepted, preferably one that is not there yet. */
  private Optional<JsonValue> attempt(
      Fullness fullness, SeededNumbers random, List<ValidSample> others) {
    Optional<JsonValue> found = Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      Optional<JsonValue> value = new ValueMaker(set, random, fullness).make(List.of(root), 0);
      if (value.isPresent() && validator.isValid(value.get())) {
        found = value;
        if (others.stream().noneMatch(other -> other.value().equals(value.get()))) {
          return found;
        }
        if (i > 20) {
          return found;
        }
      }
    }
    return found;
  }
}
