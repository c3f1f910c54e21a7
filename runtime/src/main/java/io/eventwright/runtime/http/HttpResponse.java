package io.eventwright.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function answers; both payload formats take the same form.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body a text, empty for none
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
  private static final JsonFactory FACTORY = new JsonFactory();

  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  /** A JSON document; nobody in between may keep it. */
  public static HttpResponse json(int status, String body) {
    return new HttpResponse(
        status, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
  }

  /** The same with one more header. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }

  /** Writes it as the gateway wants it. */
  public void write(OutputStream output) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(output)) {
      generator.writeStartObject();
      generator.writeNumberField("statusCode", status);
      generator.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : new TreeMap<>(headers).entrySet()) {
        generator.writeStringField(header.getKey(), header.getValue());
      }
      generator.writeEndObject();
      generator.writeStringField("body", body);
      generator.writeBooleanField("isBase64Encoded", false);
      generator.writeEndObject();
    }
  }
}
