package io.eventwright.runtime.trigger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.EventType;
import java.io.IOException;
import java.util.List;

/**
 * An object was put into a bucket. Several puts of one key are several of these, told apart by tag.
 *
 * @param bucket its name
 * @param key as it is, decoded
 * @param size bytes
 * @param etag of the content that was put, without quotes
 */
public record ObjectCreated(String bucket, String key, long size, String etag) {

  /** As S3 tells it, through EventBridge or by itself. */
  public static final EventType<ObjectCreated> TYPE =
      new EventType<>(
          "aws.s3",
          "object-created",
          1,
          new ObjectCodec(),
          List.of(new TextFields("bucket", "key", "etag")));

  private static final class ObjectCodec implements Codec<ObjectCreated> {
    @Override
    public ObjectCreated read(JsonParser parser) throws IOException {
      String bucket = "";
      String key = "";
      long size = 0;
      String etag = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "bucket" -> bucket = parser.getText();
          case "key" -> key = parser.getText();
          case "size" -> size = parser.getDecimalValue().longValueExact();
          case "etag" -> etag = parser.getText();
          default -> parser.skipChildren();
        }
      }
      return new ObjectCreated(bucket, key, size, etag);
    }

    @Override
    public void write(ObjectCreated value, JsonGenerator generator) throws IOException {
      generator.writeStartObject();
      generator.writeStringField("bucket", value.bucket());
      generator.writeStringField("key", value.key());
      generator.writeNumberField("size", value.size());
      generator.writeStringField("etag", value.etag());
      generator.writeEndObject();
    }
  }
}
