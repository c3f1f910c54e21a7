package io.eventwright.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Does what its payload says: throws, sleeps, or echoes with what it knows about itself. */
public final class Behaviour implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Counts per environment: a static of another environment is another. */
  private static int calls;

  private volatile boolean slept;

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    calls++;
    JsonNode event = JSON.readTree(input);
    String wish = event.path("do").asText();
    context.getLogger().log("asked to " + wish);
    if (wish.equals("throw")) {
      throw new IllegalStateException("as asked");
    }
    if (wish.equals("sleep")) {
      slept = true;
      try {
        Thread.sleep(event.path("millis").asLong());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.put("calls", calls).put("slept", slept).put("request", context.getAwsRequestId());
    answer.put("remaining", context.getRemainingTimeInMillis()).set("event", event);
    JSON.writeValue(output, answer);
  }
}
