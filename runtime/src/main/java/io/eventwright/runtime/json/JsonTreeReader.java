package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Builds values from a parser's tokens. Recursion is as deep as the limits let the document be. */
final class JsonTreeReader {

  private final JsonParser parser;
  private final JsonLimits limits;
  private final boolean mayHoldSurrogates;

  JsonTreeReader(JsonParser parser, JsonLimits limits, boolean mayHoldSurrogates) {
    this.parser = parser;
    this.limits = limits;
    this.mayHoldSurrogates = mayHoldSurrogates;
  }

  JsonValue document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonParseFailure("nothing but white space", 0);
    }
    JsonValue value = value(first);
    if (parser.nextToken() != null) {
      throw failed("more after the end of the value");
    }
    return value;
  }

  JsonValue value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new JsonString(checked(parser.getText()));
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw failed("no value");
    };
  }

  private JsonValue object() throws IOException {
    JsonObject.Builder builder = JsonObject.builder();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      builder.put(checked(name), value(parser.nextToken()));
    }
    JsonObject object = builder.buildOrNull();
    if (object == null) {
      throw failed("a name is given twice in the object that ends here");
    }
    return object;
  }

  private JsonValue array() throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return JsonArray.of(items);
  }

  private JsonValue integer() throws IOException {
    String text = numberText();
    boolean small = text.length() <= 18 && !text.equals("-0");
    return small ? JsonNumber.of(Long.parseLong(text)) : JsonNumber.ofParsed(text);
  }

  /** The parser looks at a number's length only when asked for its value. */
  private String numberText() throws IOException {
    String text = parser.getText();
    if (text.length() > limits.maxNumberLength()) {
      throw failed("a number of more than " + limits.maxNumberLength() + " characters");
    }
    return text;
  }

  private JsonValue decimal() throws IOException {
    String text = numberText();
    if (exponentIsTooLarge(text)) {
      throw failed("an exponent beyond " + limits.maxExponent());
    }
    return JsonNumber.ofParsed(text);
  }

  private boolean exponentIsTooLarge(String text) {
    int e = Math.max(text.lastIndexOf('e'), text.lastIndexOf('E'));
    if (e < 0) {
      return false;
    }
    int digits = e + 1;
    if (text.charAt(digits) == '-' || text.charAt(digits) == '+') {
      digits++;
    }
    long exponent = 0;
    for (int i = digits; i < text.length(); i++) {
      exponent = Math.min(exponent * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
    }
    return exponent > limits.maxExponent();
  }

  private String checked(String text) throws JsonParseFailure {
    if (mayHoldSurrogates && Encoding.hasLoneSurrogate(text)) {
      throw failed("half of a surrogate pair");
    }
    return text;
  }

  private JsonParseFailure failed(String reason) {
    return new JsonParseFailure(reason, offset(parser.currentTokenLocation()));
  }

  /** What a parser threw, in our words. */
  static JsonParseFailure failure(IOException thrown) {
    if (thrown instanceof JsonParseFailure failure) {
      return failure;
    }
    String reason = String.valueOf(thrown.getMessage());
    long offset = 0;
    if (thrown instanceof JsonProcessingException processing) {
      // The parser quotes what it stumbled over, which may be somebody's secret.
      reason = processing.getOriginalMessage().replaceAll("(?s)token '.*?'(?=: was|$)", "token");
      if (processing.getLocation() != null) {
        offset = offset(processing.getLocation());
      }
    }
    JsonParseFailure failure = new JsonParseFailure(reason, offset);
    failure.initCause(thrown);
    return failure;
  }

  private static long offset(JsonLocation location) {
    return Math.max(
        0, location.getByteOffset() >= 0 ? location.getByteOffset() : location.getCharOffset());
  }
}
