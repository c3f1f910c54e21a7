package io.eventwright.runtime.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Lambda hands over for SQS, token by token; attributes that it does not need pass by.
 */
public final class SqsBatch {
  /** Lambda's own limits are far below; the constraint only says that a body may be a megabyte. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(16 * 1024 * 1024).build())
          .build();

  private SqsBatch() {}

  /**
   * The messages, in order.
   *
   * @throws IOException when the payload is no SQS batch: then the mapping is wrong, not a message
   */
  public static List<SqsMessage> read(InputStream payload) throws IOException {
    List<SqsMessage> messages = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an SQS batch: an object is expected");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("Records") && token == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            messages.add(message(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return messages;
  }

  private static SqsMessage message(JsonParser parser) throws IOException {
    String messageId = null;
    String receiptHandle = "";
    String body = "";
    int receiveCount = 1;
    String traceHeader = null;
    String group = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (name) {
        case "messageId" -> messageId = parser.getValueAsString();
        case "receiptHandle" -> receiptHandle = parser.getValueAsString("");
        case "body" -> body = parser.getValueAsString("");
        case "attributes" -> {
          while (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
            String attribute = parser.currentName();
            parser.nextToken();
            if (attribute.equals("ApproximateReceiveCount")) {
              receiveCount = count(parser.getValueAsString());
            } else if (attribute.equals("AWSTraceHeader")) {
              traceHeader = parser.getValueAsString();
            } else if (attribute.equals("MessageGroupId")) {
              group = parser.getValueAsString();
            } else {
              parser.skipChildren();
            }
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (messageId == null) {
      throw new IOException("not an SQS batch: a record has no messageId");
    }
    return new SqsMessage(messageId, receiptHandle, body, receiveCount, traceHeader, group);
  }

  private static int count(@Nullable String text) {
    try {
      return text == null ? 1 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
