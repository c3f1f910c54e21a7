package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes arrays. */
record ArrayMaker(
    ValueMaker values, Facets facets, SeededNumbers random, Fullness fullness, int depth) {

  private static final int TRIES = 20;
  private static final int MOST = 1_000;

  Optional<JsonValue> make() {
    List<Keyword.Contains> contains = facets.all(Keyword.Contains.class).toList();
    int held = contains.stream().mapToInt(Keyword.Contains::min).sum();
    int least = Math.max(held, facets.largest(Keyword.MinItems.class, Keyword.MinItems::value, 0));
    int most = facets.smallest(Keyword.MaxItems.class, Keyword.MaxItems::value);
    int prefix =
        facets
            .all(Keyword.PrefixItems.class)
            .mapToInt(each -> each.schemas().size())
            .max()
            .orElse(0);
    int size =
        switch (fullness) {
          case MINIMAL -> least;
          case FULL -> Math.max(least, Math.max(prefix, 2));
          case LARGEST -> Math.max(least, most <= MOST ? most : Math.max(prefix, 2));
          case SOME -> least + random.below(3);
        };
    size = Math.min(size, most);
    if (least > size || least > MOST) {
      return Optional.empty();
    }
    boolean unique = facets.all(Keyword.UniqueItems.class).findAny().isPresent();
    List<JsonValue> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<SchemaKey> keys = new ArrayList<>(facets.item(i));
      containedAt(size - 1 - i, contains, keys);
      Optional<JsonValue> item = item(keys, unique ? items : List.of());
      if (item.isEmpty()) {
        break;
      }
      items.add(item.get());
    }
    return items.size() < least ? Optional.empty() : Optional.of(JsonArray.of(items));
  }

  /** The last items are those that have to be contained: the first may be of a prefix. */
  private static void containedAt(
      int fromEnd, List<Keyword.Contains> contains, List<SchemaKey> keys) {
    int place = fromEnd;
    for (Keyword.Contains each : contains) {
      if (place >= 0 && place < each.min()) {
        keys.add(each.schema());
      }
      place -= each.min();
    }
  }

  private Optional<JsonValue> item(List<SchemaKey> keys, List<JsonValue> others) {
    for (int i = 0; i < TRIES; i++) {
      Optional<JsonValue> item = values.make(keys, depth + 1);
      if (item.isEmpty() || !others.contains(item.get())) {
        return item;
      }
    }
    return Optional.empty();
  }
}
