package io.eventwright.generator.emit.saga;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of our own tables, as DynamoDB takes them. */
final class Items {

  /** Writes a row, and waits until its token is answered. */
  static final String WAITING = "arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken";

  private Items() {}

  static Map<String, Object> put(Map<String, Object> item) {
    return put("${ControlTable}", item);
  }

  static Map<String, Object> put(String table, Map<String, Object> item) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("TableName", table);
    arguments.put("Item", item);
    return arguments;
  }

  static Map<String, Object> text(Object value) {
    return Map.of("S", value);
  }

  static Map<String, Object> number(Object value) {
    return Map.of("N", value);
  }
}
