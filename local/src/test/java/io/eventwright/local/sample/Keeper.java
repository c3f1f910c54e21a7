package io.eventwright.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.runtime.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes each message of a batch into its table; fails those whose body says {@code bad}, and those
 * that say {@code twice} on their first two receives; ends with its process at {@code halt}.
 */
public final class Keeper implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbClient tables = Clients.of(DynamoDbClient.builder());

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    ObjectNode response = JSON.createObjectNode();
    response.putArray("batchItemFailures");
    JsonNode event = JSON.readTree(input);
    System.out.println("batch of " + event.path("Records").size());
    for (JsonNode message : event.path("Records")) {
      String body = message.path("body").asText();
      int receives = message.path("attributes").path("ApproximateReceiveCount").asInt();
      if (body.equals("halt")) {
        Runtime.getRuntime().halt(137);
      }
      if (body.equals("bad") || body.startsWith("twice") && receives < 3) {
        response
            .withArray("batchItemFailures")
            .addObject()
            .set("itemIdentifier", message.get("messageId"));
        continue;
      }
      tables.putItem(
          put ->
              put.tableName(Environment.require("TABLE"))
                  .item(
                      Map.of(
                          "pk", AttributeValue.fromS(body),
                          "receives", AttributeValue.fromN(String.valueOf(receives)),
                          "function", AttributeValue.fromS(context.getFunctionName()))));
    }
    JSON.writeValue(output, response);
  }
}
