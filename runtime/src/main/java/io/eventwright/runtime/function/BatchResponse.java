package io.eventwright.runtime.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What Lambda takes as the answer to a batch: the records that come again. */
final class BatchResponse {
  private static final JsonFactory FACTORY = new JsonFactory();

  private BatchResponse() {}

  static void write(List<String> identifiers, OutputStream output) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(output)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("batchItemFailures");
      for (String identifier : identifiers) {
        generator.writeStartObject();
        generator.writeStringField("itemIdentifier", identifier);
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }
}
