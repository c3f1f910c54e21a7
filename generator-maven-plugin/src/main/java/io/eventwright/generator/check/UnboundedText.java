package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Entries;
import io.eventwright.generator.bounds.Texts;
import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.List;
import java.util.Optional;

/**
 * A text in an event that may be of any length. Warning: one that is too long for the bus is never
 * delivered, and its producer learns of it last.
 */
final class UnboundedText implements PlaceRule {

  @Override
  public String id() {
    return "unbounded-text";
  }

  @Override
  public Optional<Fault> fault(EventPlace place) {
    List<SchemaNode> way = place.way();
    if (listed(way)) {
      return Optional.empty();
    }
    if (Types.isAny(way)) {
      return Optional.of(
          new Fault(
              place.declared().location(),
              "Anything may stand here, a text of any length as well. Say what it is with type."));
    }
    if (place.isMap()
        && Entries.areBounded(place.system().schemas(), way)
        && !WorstCase.namesAreBounded(place.system().schemas(), way)) {
      return Optional.of(
          new Fault(
              place.declared().location(),
              "The names in this object are data, and may be of any length. Give it propertyNames"
                  + " with a maxLength or a pattern that ends."));
    }
    if (!Types.of(way).contains(JsonType.STRING) || Texts.longest(way).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            place.locationOf(UnboundedText::saysText),
            "This text may be of any length. Give it a maxLength, an enum, or a format or pattern"
                + " that ends."));
  }

  static boolean listed(List<SchemaNode> way) {
    return way.stream()
        .anyMatch(node -> node.has(Keyword.Enum.class) || node.has(Keyword.Const.class));
  }

  private static boolean saysText(Keyword keyword) {
    return keyword instanceof Keyword.Type type && type.types().contains(JsonType.STRING);
  }
}
