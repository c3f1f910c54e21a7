package io.eventwright.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eventwright.runtime.http.HttpRequest.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what API Gateway hands a function, token by token: payload format 2.0 of an HTTP API, and
 * 1.0 of a REST API ("Working with AWS Lambda proxy integrations" of either).
 */
public final class HttpRequestReader {
  /** A gateway takes 10 MB at most, a third more in base64; Lambda itself takes less. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(16 * 1024 * 1024)
                  .maxNestingDepth(64)
                  .build())
          .build();

  private String method = "";
  private String path = "";
  private @Nullable String body;
  private boolean base64;
  private String requestId = "";
  private final Map<String, String> pathParameters = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> claims = new HashMap<>();
  private @Nullable String signer;

  private HttpRequestReader() {}

  /**
   * The request.
   *
   * @throws IOException when the payload is none of either format: then the route is wired wrongly
   */
  public static HttpRequest read(InputStream payload) throws IOException {
    HttpRequestReader reader = new HttpRequestReader();
    try (JsonParser parser = FACTORY.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not a request of API Gateway: an object is expected");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        reader.top(name, parser);
      }
    }
    return reader.request();
  }

  private void top(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "httpMethod" -> method = text(parser);
      case "path", "rawPath" -> path = text(parser);
      case "body" -> body = parser.getValueAsString();
      case "isBase64Encoded" -> base64 = parser.getValueAsBoolean();
      case "pathParameters" -> texts(parser, pathParameters, false);
      case "queryStringParameters" -> texts(parser, query, false);
      // A REST API sends its headers twice; these have every value.
      case "headers", "multiValueHeaders" -> texts(parser, headers, true);
      case "requestContext" -> context(parser);
      default -> parser.skipChildren();
    }
  }

  private void context(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      boolean object = token == JsonToken.START_OBJECT;
      switch (name) {
        case "requestId" -> requestId = text(parser);
        case "http", "identity", "authorizer" -> {
          if (object) {
            caller(parser);
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  /** {@code http.method}, {@code identity.userArn}, {@code authorizer.jwt.claims} and the like. */
  private void caller(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      boolean object = token == JsonToken.START_OBJECT;
      if (name.equals("claims")) {
        texts(parser, claims, false);
      } else if (object && (name.equals("jwt") || name.equals("iam"))) {
        caller(parser);
      } else if (name.equals("method")) {
        method = text(parser);
      } else if (name.equals("userArn")) {
        signer = parser.getValueAsString();
      } else {
        parser.skipChildren();
      }
    }
  }

  private static String text(JsonParser parser) throws IOException {
    String text = parser.getValueAsString();
    return text == null ? "" : text;
  }

  private static void texts(JsonParser parser, Map<String, String> into, boolean headers)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (headers) {
        name = name.toLowerCase(Locale.ROOT);
      }
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        StringBuilder joined = new StringBuilder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          joined.append(joined.length() == 0 ? "" : ",").append(text(parser));
          parser.skipChildren();
        }
        into.put(name, joined.toString());
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        into.put(name, text(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private HttpRequest request() throws IOException {
    if (method.isEmpty()) {
      throw new IOException("not a request of API Gateway: it has no method");
    }
    String id = claims.getOrDefault("sub", signer == null ? "" : signer);
    return new HttpRequest(
        method, path, pathParameters, query, headers, bytes(), new Caller(id, claims), requestId);
  }

  private byte[] bytes() throws IOException {
    if (body == null) {
      return new byte[0];
    }
    try {
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a request of API Gateway: the body is no base64", e);
    }
  }
}
