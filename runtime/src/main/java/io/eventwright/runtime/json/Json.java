package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Reads JSON, within limits, and writes it. */
public final class Json {

  private static final ConcurrentMap<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();
  private static final JsonFactory DEFAULT_FACTORY = newFactory(JsonLimits.DEFAULT);

  private Json() {}

  /** Reads a document within the default limits. */
  public static JsonValue parse(byte[] document) throws JsonParseFailure {
    return parse(document, JsonLimits.DEFAULT);
  }

  /**
   * Reads a document.
   *
   * @param document UTF-8, no byte order mark
   * @throws JsonParseFailure when it is not JSON, a name repeats within an object, or a limit is
   *     passed
   */
  public static JsonValue parse(byte[] document, JsonLimits limits) throws JsonParseFailure {
    checkSize(document.length, limits);
    boolean surrogateEscapes = Encoding.check(document);
    try (JsonParser parser = factory(limits).createParser(document)) {
      return new JsonTreeReader(parser, limits, surrogateEscapes).document();
    } catch (IOException e) {
      throw JsonTreeReader.failure(e);
    }
  }

  /** Reads a document within the default limits. */
  public static JsonValue parse(String document) throws JsonParseFailure {
    return parse(document, JsonLimits.DEFAULT);
  }

  /** Reads a document that is already a string; offsets count UTF-16 units. */
  public static JsonValue parse(String document, JsonLimits limits) throws JsonParseFailure {
    checkSize(document.length(), limits);
    try (JsonParser parser = factory(limits).createParser(document)) {
      return new JsonTreeReader(parser, limits, true).document();
    } catch (IOException e) {
      throw JsonTreeReader.failure(e);
    }
  }

  /**
   * Reads a document to the end of a stream, which stays open.
   *
   * @throws JsonParseFailure as {@link #parse(byte[], JsonLimits)} does
   * @throws IOException when the stream fails
   */
  public static JsonValue parse(InputStream document, JsonLimits limits) throws IOException {
    byte[] bytes = document.readNBytes(limits.maxBytes());
    if (bytes.length == limits.maxBytes() && document.read() >= 0) {
      throw new JsonParseFailure("more than " + limits.maxBytes() + " bytes", limits.maxBytes());
    }
    return parse(bytes, limits);
  }

  /**
   * Reads text that is known to be good, such as a constant in generated code.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static JsonValue constant(String document) {
    try {
      return parse(document, JsonLimits.DEFAULT.withMaxDepth(1_000));
    } catch (JsonParseFailure e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A parser over bytes that are checked to be UTF-8 and within the limits, for streaming readers.
   * Repeated names are refused; lone surrogates are the reader's to refuse.
   */
  public static JsonParser parser(byte[] document, JsonLimits limits) throws IOException {
    checkSize(document.length, limits);
    Encoding.check(document);
    return factory(limits)
        .createParser(document)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  /**
   * Reads the value that a parser stands on, for readers that keep a part of what they read as it
   * is; the parser is left on the value's last token.
   */
  public static JsonValue value(JsonParser parser) throws IOException {
    return parser instanceof JsonTreeParser tree
        ? tree.skipValue()
        : new JsonTreeReader(parser, JsonLimits.DEFAULT, true).value(parser.currentToken());
  }

  /** A parser that walks over a value already in memory. */
  public static JsonParser parser(JsonValue value) {
    return new JsonTreeParser(value);
  }

  /** Writes a value as it was read: members in order, numbers as written. */
  public static void write(JsonValue value, JsonGenerator generator) throws IOException {
    JsonTreeWriter.write(value, generator);
  }

  /**
   * The canonical form in UTF-8, equal for equal values: no white space, names sorted by UTF-16
   * units, strings with the fewest escapes, numbers as ECMAScript prints them. It is that of RFC
   * 8785, except that numbers beyond a double keep all their digits.
   */
  public static byte[] canonicalBytes(JsonValue value) {
    return CanonicalJson.bytes(value);
  }

  static JsonFactory factory(JsonLimits limits) {
    return limits.equals(JsonLimits.DEFAULT)
        ? DEFAULT_FACTORY
        : FACTORIES.computeIfAbsent(limits, Json::newFactory);
  }

  private static JsonFactory newFactory(JsonLimits limits) {
    return new JsonFactoryBuilder()
        // Names come from outside: they must not fill the JVM's table of interned strings.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth())
                .maxStringLength(limits.maxStringLength())
                .maxNameLength(limits.maxNameLength())
                .maxNumberLength(limits.maxNumberLength())
                .build())
        .build();
  }

  private static void checkSize(int size, JsonLimits limits) throws JsonParseFailure {
    if (size > limits.maxBytes()) {
      throw new JsonParseFailure("more than " + limits.maxBytes() + " bytes", limits.maxBytes());
    }
  }
}
