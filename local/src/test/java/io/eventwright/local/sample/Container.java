package io.eventwright.local.sample;

import io.eventwright.runtime.Environment;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a container runs: it writes a row, ends with a code, or stays until it is stopped. */
public final class Container {

  private Container() {}

  /** Does what the variable {@code DO} says. */
  public static void main(String[] arguments) throws InterruptedException {
    String what = Environment.require("DO");
    System.out.println("process " + ProcessHandle.current().pid() + " is to " + what);
    switch (what) {
      case "write" ->
          Clients.of(DynamoDbClient.builder())
              .putItem(
                  put ->
                      put.tableName(Environment.require("TABLE"))
                          .item(
                              Map.of(
                                  "pk", AttributeValue.fromS(Environment.require("KEY")),
                                  "home", AttributeValue.fromBool(System.getenv("HOME") != null))));
      case "stay" -> Thread.sleep(Long.MAX_VALUE);
      default -> System.exit(Integer.parseInt(what));
    }
  }
}
