package io.eventwright.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eventwright.runtime.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends each record of a stream to a queue, as it came. */
public final class Ringer implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient queues = Clients.of(SqsClient.builder());

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    for (JsonNode rung : JSON.readTree(input).path("Records")) {
      queues.sendMessage(
          send -> send.queueUrl(Environment.require("QUEUE")).messageBody(rung.toString()));
    }
  }
}
