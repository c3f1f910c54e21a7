package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes objects: described members in the schemas' order, then what a map may hold. */
record ObjectMaker(
    ValueMaker values, Facets facets, SeededNumbers random, Fullness fullness, int depth) {

  private static final int TRIES = 50;
  private static final int MOST = 1_000;

  Optional<JsonValue> make() {
    int least = facets.largest(Keyword.MinProperties.class, Keyword.MinProperties::value, 0);
    int most = facets.smallest(Keyword.MaxProperties.class, Keyword.MaxProperties::value);
    Set<String> required = facets.required();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name : chosen(required, least)) {
      Optional<JsonValue> value =
          !required.contains(name) && members.size() >= most
              ? Optional.empty()
              : values.make(facets.member(name), depth + 1);
      if (value.isPresent()) {
        members.put(name, value.get());
      } else if (required.contains(name)) {
        return Optional.empty();
      }
    }
    addEntries(members, least, most);
    return members.size() < least ? Optional.empty() : Optional.of(JsonObject.of(members));
  }

  private Set<String> chosen(Set<String> required, int least) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : facets.described()) {
      boolean wanted =
          switch (fullness) {
            case FULL, LARGEST -> true;
            case SOME -> random.oneIn(2);
            case MINIMAL -> false;
          };
      if (required.contains(name) || wanted || required.size() < least) {
        names.add(name);
      }
    }
    names.addAll(required);
    facets.addDependent(names);
    return names;
  }

  /**
   * Members under names that the schemas do not list: two for a map, or as many as there must be.
   */
  private void addEntries(Map<String, JsonValue> members, int least, int most) {
    int wanted = isMap() && fullness != Fullness.MINIMAL ? members.size() + 2 : least;
    wanted = isMap() && fullness == Fullness.LARGEST && most <= MOST ? most : wanted;
    for (int i = 0;
        i < TRIES + Math.max(least, wanted)
            && members.size() < Math.min(Math.min(Math.max(wanted, least), most), MOST);
        i++) {
      Optional<String> name = name();
      if (name.isPresent() && !members.containsKey(name.get())) {
        values
            .make(facets.member(name.get()), depth + 1)
            .ifPresent(value -> members.put(name.get(), value));
      }
    }
  }

  /** Whether the schemas say what is under names that they do not list. */
  private boolean isMap() {
    return facets.all(Keyword.PatternProperties.class).findAny().isPresent()
        || facets.described().isEmpty()
            && facets.all(Keyword.AdditionalProperties.class).findAny().isPresent();
  }

  private Optional<String> name() {
    List<SchemaKey> names =
        facets.all(Keyword.PropertyNames.class).map(Keyword.PropertyNames::schema).toList();
    if (!names.isEmpty()) {
      return values
          .make(names, depth + 1)
          .filter(JsonString.class::isInstance)
          .map(name -> ((JsonString) name).value());
    }
    List<String> patterns =
        facets
            .all(Keyword.PatternProperties.class)
            .flatMap(each -> each.schemas().keySet().stream())
            .toList();
    return patterns.isEmpty()
        ? Optional.of(Words.word(random) + (random.oneIn(2) ? "" : "-" + random.below(100)))
        : PatternTexts.text(random.pick(patterns), random, 3);
  }
}
