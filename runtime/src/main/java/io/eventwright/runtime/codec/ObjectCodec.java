package io.eventwright.runtime.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Reads and writes a record as an object; what is left to the generated subclass is what differs.
 * Members may come in any order; a name given twice is refused.
 *
 * @param <T> the record
 * @param <B> its builder
 */
public abstract class ObjectCodec<T, B extends RecordBuilder<T>> implements Codec<T> {

  private final Supplier<B> newBuilder;

  /**
   * @param newBuilder makes a builder that knows no defaults: what a document does not say stays
   *     unsaid
   */
  protected ObjectCodec(Supplier<B> newBuilder) {
    this.newBuilder = newBuilder;
  }

  /**
   * Reads a member's value into the builder.
   *
   * @return whether the name is known; when not, the parser has not moved
   */
  protected abstract boolean readProperty(B builder, String name, JsonParser parser)
      throws IOException;

  /** Takes the members that {@link #readProperty} did not know. */
  protected abstract void keepUnknown(B builder, UnknownFields fields);

  /** Writes all members, between the braces. */
  protected abstract void writeProperties(T value, JsonGenerator generator) throws IOException;

  @Override
  public final T read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Read.expected("an object", parser);
    }
    B builder = newBuilder.get();
    JsonObject.Builder unknown = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (!readProperty(builder, name, parser)) {
        unknown = unknown == null ? JsonObject.builder() : unknown;
        unknown.put(name, Json.value(parser));
      }
    }
    try {
      if (unknown != null) {
        keepUnknown(builder, new UnknownFields(unknown.build()));
      }
      return builder.build();
    } catch (MissingProperty e) {
      throw UnexpectedShape.at(parser, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // Its message is somebody else's, and may quote the value.
      throw UnexpectedShape.at(parser, "the record refuses what is in it");
    }
  }

  @Override
  public final void write(T value, JsonGenerator generator) throws IOException {
    generator.writeStartObject();
    writeProperties(value, generator);
    generator.writeEndObject();
  }
}
