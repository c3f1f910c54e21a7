package io.eventwright.runtime.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One function behind two channels, while the old one drains: each payload says which service it
 * comes from, by the first record's source and its ARN, and goes to that channel's handler.
 */
public final class DrainingFunction implements RequestStreamHandler {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(16 * 1024 * 1024).build())
          .build();

  private final RequestStreamHandler current;
  private final RequestStreamHandler draining;
  private final String mark;

  private DrainingFunction(
      RequestStreamHandler current, RequestStreamHandler draining, String mark) {
    this.current = current;
    this.draining = draining;
    this.mark = mark;
  }

  /**
   * Makes the handler, once; it is safe under many threads.
   *
   * @param current of the channel that new events take
   * @param draining of the channel of the release before
   * @param mark what only the draining channel's payloads have: {@code aws:sqs}, {@code
   *     aws:kinesis}, or {@code .fifo} where both are queues
   */
  public static RequestStreamHandler of(
      RequestStreamHandler current, RequestStreamHandler draining, String mark) {
    return new DrainingFunction(current, draining, mark);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] payload = input.readAllBytes();
    RequestStreamHandler handler = isDraining(payload) ? draining : current;
    handler.handleRequest(new ByteArrayInputStream(payload), output, context);
  }

  private boolean isDraining(byte[] payload) throws IOException {
    String source = null;
    String arn = null;
    try (JsonParser parser = FACTORY.createParser(payload)) {
      boolean records = false;
      while (parser.nextToken() != null && (source == null || arn == null)) {
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
          continue;
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!records) {
          records = name.equals("Records") && value == JsonToken.START_ARRAY;
          if (!records) {
            parser.skipChildren();
          }
        } else if (name.equals("eventSource")) {
          source = parser.getValueAsString();
        } else if (name.equals("eventSourceARN")) {
          arn = parser.getValueAsString();
        } else {
          parser.skipChildren();
        }
      }
    }
    return mark.startsWith(".") ? ends(arn) : mark.equals(source);
  }

  private boolean ends(@Nullable String arn) {
    return arn != null && arn.endsWith(mark);
  }
}
