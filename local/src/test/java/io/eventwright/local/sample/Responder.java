package io.eventwright.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers requests: with what it was handed, or as the query's {@code do} says. */
public final class Responder implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    ObjectNode answer = JSON.createObjectNode();
    switch (event.path("queryStringParameters").path("do").asText()) {
      case "throw" -> throw new IllegalStateException("as asked");
      case "sleep" -> sleep();
      case "garbage" -> answer.put("statusCode", 7);
      case "large" -> answer.put("statusCode", 200).put("body", "x".repeat(7_000_000));
      default -> {
        answer.put("statusCode", 201).put("body", event.toString());
        answer
            .putObject("headers")
            .put("x-made-by", "Responder")
            .put("access-control-allow-methods", "ANY");
        answer.putArray("cookies").add("a=1").add("b=2");
      }
    }
    JSON.writeValue(output, answer);
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
