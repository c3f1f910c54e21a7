package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Members;
import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.function.Predicate;

/**
 * A value within the data of an event.
 *
 * @param system the system that has the event
 * @param kind what the value is to what is around it
 * @param name of the property; for an item that of its list
 * @param declared the schema that stands at this place
 * @param way the schemas that speak of the value; of alternatives one is taken
 */
record EventPlace(
    SystemUnderCheck system, Kind kind, String name, SchemaNode declared, List<SchemaNode> way) {

  /** What a value is to what is around it. */
  enum Kind {
    /** The data of the event. */
    DATA,
    /** A property of an object. */
    PROPERTY,
    /** An item of a list, or a member of a map. */
    ELEMENT
  }

  /** Whether the names of its members are data; an event that has no properties yet is no map. */
  boolean isMap() {
    return Types.of(way).contains(JsonType.OBJECT)
        && !Members.of(system.schemas(), way).entries().isEmpty()
        && (kind != Kind.DATA || way.stream().anyMatch(EventPlace::speaksOfNames));
  }

  private static boolean speaksOfNames(SchemaNode node) {
    return node.has(Keyword.AdditionalProperties.class)
        || node.has(Keyword.UnevaluatedProperties.class)
        || node.has(Keyword.PatternProperties.class)
        || node.has(Keyword.PropertyNames.class);
  }

  /** Where the last schema stands that has a keyword, else where the value is described. */
  SourceLocation locationOf(Predicate<Keyword> keyword) {
    SourceLocation location = declared.location();
    for (SchemaNode node : way) {
      if (node.keywords().stream().anyMatch(keyword)) {
        location = node.location();
      }
    }
    return location;
  }
}
