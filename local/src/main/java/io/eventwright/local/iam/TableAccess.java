package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call to DynamoDB does: an access for each item of a transaction, with the partition keys
 * that it touches as {@code dynamodb:LeadingKeys} (DynamoDB Developer Guide, "Using IAM policy
 * conditions for fine-grained access control").
 */
final class TableAccess {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final Map<String, String> OF_A_TRANSACTION =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  /** {@code #pk = :pk}, the one equality that a query must have on its partition key. */
  private static final Pattern EQUALITY =
      Pattern.compile("([#\\w.]+)\\s*=\\s*(:\\w+)", Pattern.CASE_INSENSITIVE);

  /** An attribute that an expression names as it is. */
  private static final Pattern NAME = Pattern.compile("(?<![:#\\w.])[A-Za-z_]\\w*");

  /** What else an expression consists of. */
  private static final Set<String> RESERVED =
      Set.of(
          "SET",
          "REMOVE",
          "ADD",
          "DELETE",
          "AND",
          "OR",
          "NOT",
          "BETWEEN",
          "IN",
          "ATTRIBUTE_EXISTS",
          "ATTRIBUTE_NOT_EXISTS",
          "ATTRIBUTE_TYPE",
          "BEGINS_WITH",
          "CONTAINS",
          "SIZE",
          "IF_NOT_EXISTS",
          "LIST_APPEND");

  private final String arnPrefix;
  private final Map<String, String> partitionKeys;

  /**
   * Reads calls to those tables.
   *
   * @param arnPrefix {@code arn:aws:dynamodb:region:account:table/}
   * @param partitionKeys table, or {@code table/index/name}, to its partition key
   */
  TableAccess(String arnPrefix, Map<String, String> partitionKeys) {
    this.arnPrefix = arnPrefix;
    this.partitionKeys = Map.copyOf(partitionKeys);
  }

  List<Access> of(String operation, ObjectNode body) {
    return switch (operation) {
      case "TransactWriteItems", "TransactGetItems" -> transaction(body);
      case "BatchGetItem", "BatchWriteItem" -> batch(operation, body);
      case "PutItem" -> List.of(item(operation, body, body.path("Item")));
      case "UpdateItem" -> List.of(update(body));
      case "GetItem", "DeleteItem" -> List.of(item(operation, body, body.path("Key")));
      case "Query" -> List.of(query(body));
      case "Scan" -> List.of(scan(body));
      case "ListTables" -> List.of(Access.of("dynamodb:ListTables", "*"));
      default -> List.of(Access.of("dynamodb:" + operation, arn(table(body), body)));
    };
  }

  /** What is named of the row: its keys, what is changed, and what is asked of it first. */
  private Access update(ObjectNode body) {
    Set<String> attributes = new LinkedHashSet<>();
    body.path("Key").fieldNames().forEachRemaining(attributes::add);
    body.path("ExpressionAttributeNames").forEach(name -> attributes.add(name.asText()));
    for (String expression : List.of("UpdateExpression", "ConditionExpression")) {
      Matcher name = NAME.matcher(body.path(expression).asText());
      while (name.find()) {
        if (!RESERVED.contains(name.group().toUpperCase(Locale.ROOT))) {
          attributes.add(name.group());
        }
      }
    }
    return item("UpdateItem", body, body.path("Key"))
        .with("dynamodb:Attributes", List.copyOf(attributes));
  }

  /** What is read of each row, by name, as far as the call says so. */
  private Access scan(ObjectNode body) {
    Access access = Access.of("dynamodb:Scan", arn(table(body), body));
    List<String> attributes = new ArrayList<>();
    for (String attribute : body.path("ProjectionExpression").asText("").split(",")) {
      String plain = attribute.strip();
      if (!plain.isEmpty()) {
        attributes.add(body.path("ExpressionAttributeNames").path(plain).asText(plain));
      }
    }
    String select = body.path("Select").asText("");
    Access read = attributes.isEmpty() ? access : access.with("dynamodb:Attributes", attributes);
    return select.isEmpty() ? read : read.with("dynamodb:Select", List.of(select));
  }

  private List<Access> transaction(ObjectNode body) {
    List<Access> all = new ArrayList<>();
    for (JsonNode action : body.path("TransactItems")) {
      action
          .properties()
          .forEach(
              kind -> {
                JsonNode what = kind.getValue();
                JsonNode key = what.has("Item") ? what.path("Item") : what.path("Key");
                String operation = OF_A_TRANSACTION.getOrDefault(kind.getKey(), kind.getKey());
                all.add(item(operation, what, key));
              });
    }
    return all;
  }

  private List<Access> batch(String operation, ObjectNode body) {
    List<Access> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> table : body.path("RequestItems").properties()) {
      List<String> keys = new ArrayList<>();
      String key = partitionKeys.getOrDefault(name(table.getKey()), "");
      table.getValue().path("Keys").forEach(item -> keys.add(scalar(item.path(key))));
      if (table.getValue().isArray()) {
        for (JsonNode request : table.getValue()) {
          JsonNode put = request.path("PutRequest").path("Item");
          JsonNode item = put.isMissingNode() ? request.path("DeleteRequest").path("Key") : put;
          keys.add(scalar(item.path(key)));
        }
      }
      all.add(
          Access.of("dynamodb:" + operation, arnPrefix + name(table.getKey()))
              .with(LEADING_KEYS, keys));
    }
    return all;
  }

  private Access item(String operation, JsonNode action, JsonNode item) {
    String table = table(action);
    String key = partitionKeys.getOrDefault(table, "");
    return Access.of("dynamodb:" + operation, arnPrefix + table)
        .with(LEADING_KEYS, List.of(scalar(item.path(key))));
  }

  private Access query(ObjectNode body) {
    String index = body.path("IndexName").asText();
    String place = table(body) + (index.isEmpty() ? "" : "/index/" + index);
    String key = partitionKeys.getOrDefault(place, "");
    Access access = Access.of("dynamodb:Query", arnPrefix + place);
    Matcher equality = EQUALITY.matcher(body.path("KeyConditionExpression").asText());
    while (equality.find()) {
      String attribute = equality.group(1);
      String named = body.path("ExpressionAttributeNames").path(attribute).asText(attribute);
      if (named.equals(key)) {
        JsonNode value = body.path("ExpressionAttributeValues").path(equality.group(2));
        return access.with(LEADING_KEYS, List.of(scalar(value)));
      }
    }
    return access;
  }

  private String arn(String table, ObjectNode body) {
    String stream = body.path("StreamArn").asText();
    if (!stream.isEmpty()) {
      return stream;
    }
    String index = body.path("IndexName").asText();
    return table.isEmpty() ? "*" : arnPrefix + table + (index.isEmpty() ? "" : "/index/" + index);
  }

  private static String table(JsonNode action) {
    return name(action.path("TableName").asText());
  }

  /** A table may be given by its ARN. */
  private static String name(String table) {
    return table.substring(table.lastIndexOf('/') + 1);
  }

  private static String scalar(JsonNode value) {
    for (String type : List.of("S", "N", "B")) {
      if (value.has(type)) {
        return value.path(type).asText();
      }
    }
    return "";
  }
}
