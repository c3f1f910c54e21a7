package io.eventwright.runtime.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Whole values by their codec. */
public final class CodecText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CodecText() {}

  /** The value as JSON text. */
  public static <T> String write(Codec<T> codec, T value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      codec.write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * The value that the JSON holds.
   *
   * @throws IOException when its shape is not that of the type
   */
  public static <T> T read(Codec<T> codec, JsonValue json) throws IOException {
    try (JsonParser parser = Json.parser(json)) {
      parser.nextToken();
      return codec.read(parser);
    }
  }

  /**
   * The value that a text holds which {@link #write} wrote.
   *
   * @throws IllegalStateException when it is of another shape
   */
  public static <T> T readBack(Codec<T> codec, String text) {
    try {
      return read(codec, Json.parse(text));
    } catch (IOException e) {
      throw new IllegalStateException("what was stored is not what its codec reads", e);
    }
  }
}
