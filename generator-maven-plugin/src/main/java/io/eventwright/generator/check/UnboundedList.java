package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Entries;
import io.eventwright.generator.bounds.Items;
import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list or a map in an event that may hold any number of things. Warning, as for a text without
 * end.
 */
final class UnboundedList implements PlaceRule {

  @Override
  public String id() {
    return "unbounded-list";
  }

  @Override
  public Optional<Fault> fault(EventPlace place) {
    List<SchemaNode> way = place.way();
    SchemaSet schemas = place.system().schemas();
    Set<JsonType> types = Types.of(way);
    if (UnboundedText.listed(way)) {
      return Optional.empty();
    }
    if (types.contains(JsonType.ARRAY) && Items.of(schemas, way).most() == Items.NO_BOUND) {
      return Optional.of(
          new Fault(
              place.locationOf(keyword -> says(keyword, JsonType.ARRAY)),
              "This list may hold any number of items. Give it a maxItems."));
    }
    if (place.isMap() && !Entries.areBounded(schemas, way)) {
      return Optional.of(
          new Fault(
              place.locationOf(keyword -> says(keyword, JsonType.OBJECT)),
              "The names in this object are data, and there may be any number of them. Give it"
                  + " maxProperties, or name its properties."));
    }
    return Optional.empty();
  }

  private static boolean says(Keyword keyword, JsonType wanted) {
    return keyword instanceof Keyword.Type type && type.types().contains(wanted);
  }
}
