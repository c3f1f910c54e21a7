package io.eventwright.generator.verify.template;

import io.eventwright.generator.load.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param table whose it is
 * @param name unique in the table
 * @param key attribute to type ({@code S}, {@code N}, {@code B}; {@code ?} where the table does not
 *     say), the partition key first
 * @param whole all of it
 */
public record TableIndex(Resource table, String name, Map<String, String> key, Node whole) {

  /** The global ones of a table, by name. */
  public static Map<String, TableIndex> global(Resource table) {
    return of(table, "GlobalSecondaryIndexes");
  }

  /** Those that stand with the rows, by name. */
  public static Map<String, TableIndex> local(Resource table) {
    return of(table, "LocalSecondaryIndexes");
  }

  private static Map<String, TableIndex> of(Resource table, String property) {
    Map<String, TableIndex> indexes = new LinkedHashMap<>();
    for (Node index : Values.many(table.at(property))) {
      String name = Values.text(Values.at(index, "IndexName"));
      if (name != null) {
        indexes.put(name, new TableIndex(table, name, key(table, index), index));
      }
    }
    return indexes;
  }

  private static Map<String, String> key(Resource table, Node index) {
    Map<String, String> key = new LinkedHashMap<>();
    for (String kind : new String[] {"HASH", "RANGE"}) {
      for (Node each : Values.many(Values.at(index, "KeySchema"))) {
        String attribute = Values.text(Values.at(each, "AttributeName"));
        if (attribute != null && kind.equals(Values.text(Values.at(each, "KeyType")))) {
          String type = type(table, attribute);
          key.put(attribute, type == null ? "?" : type);
        }
      }
    }
    return key;
  }

  /** The type of an attribute that is in a key; null where the table does not say. */
  public static @Nullable String type(Resource table, @Nullable String attribute) {
    for (Node each : Values.many(table.at("AttributeDefinitions"))) {
      if (attribute != null && attribute.equals(Values.text(Values.at(each, "AttributeName")))) {
        return Values.text(Values.at(each, "AttributeType"));
      }
    }
    return null;
  }
}
