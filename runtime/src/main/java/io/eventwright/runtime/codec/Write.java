package io.eventwright.runtime.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writers of values, and of properties with their names. */
public final class Write {

  private Write() {}

  /** A string. */
  public static void text(String value, JsonGenerator generator) throws IOException {
    generator.writeString(value);
  }

  /** Anything whose text is its form in JSON, such as a moment, a UUID or a URI. */
  public static void asText(Object value, JsonGenerator generator) throws IOException {
    generator.writeString(value.toString());
  }

  /** A moment with its offset; its own text would leave out seconds that are none. */
  public static void offsetDateTime(OffsetDateTime value, JsonGenerator generator)
      throws IOException {
    generator.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value));
  }

  /** A boolean. */
  public static void bool(boolean value, JsonGenerator generator) throws IOException {
    generator.writeBoolean(value);
  }

  /** A whole number of 32 bits. */
  public static void int32(int value, JsonGenerator generator) throws IOException {
    generator.writeNumber(value);
  }

  /** A whole number of 64 bits. */
  public static void int64(long value, JsonGenerator generator) throws IOException {
    generator.writeNumber(value);
  }

  /** A whole number of any size. */
  public static void integer(BigInteger value, JsonGenerator generator) throws IOException {
    generator.writeNumber(value);
  }

  /** A number. */
  public static void decimal(BigDecimal value, JsonGenerator generator) throws IOException {
    generator.writeNumber(value);
  }

  /** Any value, as it is. */
  public static void json(JsonValue value, JsonGenerator generator) throws IOException {
    Json.write(value, generator);
  }

  /** An array. */
  public static <T> void list(List<T> items, JsonGenerator generator, ValueWriter<? super T> item)
      throws IOException {
    generator.writeStartArray();
    items(items, generator, item);
    generator.writeEndArray();
  }

  /** The items of an array, without its brackets. */
  public static <T> void items(List<T> items, JsonGenerator generator, ValueWriter<? super T> item)
      throws IOException {
    for (T each : items) {
      item.write(each, generator);
    }
  }

  /** An object whose names are data. */
  public static <T> void map(
      Map<String, T> entries, JsonGenerator generator, ValueWriter<? super T> value)
      throws IOException {
    generator.writeStartObject();
    entries(entries, generator, value);
    generator.writeEndObject();
  }

  /** The members of an object, without its braces. */
  public static <T> void entries(
      Map<String, T> entries, JsonGenerator generator, ValueWriter<? super T> value)
      throws IOException {
    for (Map.Entry<String, T> entry : entries.entrySet()) {
      generator.writeFieldName(entry.getKey());
      value.write(entry.getValue(), generator);
    }
  }

  /** A value, or null. */
  public static <T> void nullable(
      @Nullable T value, JsonGenerator generator, ValueWriter<? super T> writer)
      throws IOException {
    if (value == null) {
      generator.writeNull();
    } else {
      writer.write(value, generator);
    }
  }

  /** A property that is always there. */
  public static <T> void required(
      JsonGenerator generator, String name, T value, ValueWriter<? super T> writer)
      throws IOException {
    generator.writeFieldName(name);
    writer.write(value, generator);
  }

  /** A property that is left out when there is no value. */
  public static <T> void optional(
      JsonGenerator generator, String name, @Nullable T value, ValueWriter<? super T> writer)
      throws IOException {
    if (value != null) {
      required(generator, name, value, writer);
    }
  }

  /** A property that is always there, as null when there is no value. */
  public static <T> void orNull(
      JsonGenerator generator, String name, @Nullable T value, ValueWriter<? super T> writer)
      throws IOException {
    generator.writeFieldName(name);
    nullable(value, generator, writer);
  }

  /** A property that is absent, null, or a value. */
  public static <T> void maybe(
      JsonGenerator generator, String name, Maybe<T> value, ValueWriter<? super T> writer)
      throws IOException {
    if (value.isPresent()) {
      orNull(generator, name, value.orNull(), writer);
    }
  }
}
