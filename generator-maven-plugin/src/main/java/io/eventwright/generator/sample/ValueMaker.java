package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Makes one value that is likely to fit some schemas. Where schemas leave a choice it makes one; it
 * does not look back, so the caller has to look whether the value fits, and to try again.
 */
final class ValueMaker {

  /** Deeper than this only what is required is made, so that a schema of itself comes to an end. */
  private static final int SHALLOW = 4;

  private static final int DEEPEST = 24;

  /** How many values may be made for one sample. */
  private static final int BUDGET = 5_000;

  private final SchemaSet set;
  private final SeededNumbers random;
  private final Fullness fullness;
  private int made;

  ValueMaker(SchemaSet set, SeededNumbers random, Fullness fullness) {
    this.set = set;
    this.random = random;
    this.fullness = fullness;
  }

  /** A value, empty when it came to a dead end. */
  Optional<JsonValue> make(List<SchemaKey> keys, int depth) {
    if (depth > DEEPEST || ++made > BUDGET) {
      return Optional.empty();
    }
    Fullness here = depth > SHALLOW ? Fullness.MINIMAL : fullness;
    List<SchemaNode> nodes = new Schemas(set, random, here).inPlay(keys);
    Facets facets = new Facets(nodes);
    if (facets.refuseAll()) {
      return Optional.empty();
    }
    Optional<List<JsonValue>> values = facets.values();
    if (values.isPresent()) {
      return values.get().isEmpty() ? Optional.empty() : Optional.of(random.pick(values.get()));
    }
    List<JsonType> types = facets.types();
    if (types.isEmpty()) {
      return Optional.empty();
    }
    // What the author shows reads best; a container shown whole would leave nothing to vary.
    List<JsonValue> shown = facets.shown().stream().filter(ValueMaker::isPlain).toList();
    if (!shown.isEmpty() && here != Fullness.LARGEST && random.oneIn(2)) {
      return Optional.of(random.pick(shown));
    }
    return make(type(types, here), facets, here, depth);
  }

  private static boolean isPlain(JsonValue value) {
    return !(value instanceof JsonObject || value instanceof JsonArray);
  }

  /** Null where it is one type of several says the least, so only now and then. */
  private JsonType type(List<JsonType> types, Fullness here) {
    List<JsonType> telling = types.stream().filter(type -> type != JsonType.NULL).toList();
    boolean empty = telling.isEmpty() || here == Fullness.SOME && random.oneIn(3);
    return random.pick(empty ? types : telling);
  }

  private Optional<JsonValue> make(JsonType type, Facets facets, Fullness here, int depth) {
    return switch (type) {
      case NULL -> Optional.of(JsonNull.NULL);
      case BOOLEAN -> Optional.of(JsonBoolean.of(random.oneIn(2)));
      case INTEGER -> new NumberMaker(facets, random, here).make(true).map(JsonValue.class::cast);
      case NUMBER -> new NumberMaker(facets, random, here).make(false).map(JsonValue.class::cast);
      case STRING -> new TextMaker(facets, random, here).make().map(JsonString::new);
      case OBJECT -> new ObjectMaker(this, facets, random, here, depth).make();
      case ARRAY -> new ArrayMaker(this, facets, random, here, depth).make();
    };
  }
}
