package io.eventwright.runtime.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValueReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Readers of values, each for the token that the parser stands on. All throw {@link
 * UnexpectedShape} when the value is of another type; what a schema says beyond its type is the
 * validator's to judge.
 */
public final class Read {

  /**
   * More digits than any number of an event needs; an exponent could ask for a gigabyte of them.
   */
  private static final int MAX_DIGITS = 10_000;

  private Read() {}

  /** A string. */
  public static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw expected("a string", parser);
    }
    return parser.getText();
  }

  /** A boolean. */
  public static boolean bool(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw expected("a boolean", parser);
    };
  }

  /** A whole number of 32 bits; {@code 1.0} is one. */
  public static int int32(JsonParser parser) throws IOException {
    long value = int64(parser);
    if (value != (int) value) {
      throw expected("a whole number of 32 bits", parser);
    }
    return (int) value;
  }

  /** A whole number of 64 bits; {@code 1.0} is one. */
  public static long int64(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    try {
      return decimal(parser).longValueExact();
    } catch (ArithmeticException e) {
      throw expected("a whole number of 64 bits", parser);
    }
  }

  /** A whole number of any size. */
  public static BigInteger integer(JsonParser parser) throws IOException {
    BigDecimal value = decimal(parser);
    try {
      if (value.precision() - (long) value.scale() > MAX_DIGITS) {
        throw expected("a whole number of at most " + MAX_DIGITS + " digits", parser);
      }
      return value.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw expected("a whole number", parser);
    }
  }

  /** A number, exactly. */
  public static BigDecimal decimal(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw expected("a number", parser);
    }
    return parser.getDecimalValue();
  }

  /** A moment, as RFC 3339 writes it. */
  public static Instant instant(JsonParser parser) throws IOException {
    return parsed(parser, "a date and time", Timestamps::parse);
  }

  /** A moment with its offset, as RFC 3339 writes it; at most 18 hours from UTC. */
  public static OffsetDateTime offsetDateTime(JsonParser parser) throws IOException {
    return parsed(parser, "a date and time", Timestamps::parseWithOffset);
  }

  /** A day. */
  public static LocalDate date(JsonParser parser) throws IOException {
    return parsed(parser, "a date", LocalDate::parse);
  }

  /** A duration. */
  public static CalendarDuration duration(JsonParser parser) throws IOException {
    return parsed(parser, "a duration", CalendarDuration::parse);
  }

  /** A UUID in its one form of 36 characters. */
  public static UUID uuid(JsonParser parser) throws IOException {
    return parsed(parser, "a UUID", Read::uuid);
  }

  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a UUID, but not written as one");
    }
    return uuid;
  }

  /** A URI or a reference to one. */
  public static URI uri(JsonParser parser) throws IOException {
    return parsed(parser, "a URI", URI::create);
  }

  /** Any value, as it is. */
  public static JsonValue json(JsonParser parser) throws IOException {
    return Json.value(parser);
  }

  /** A string that has a type of its own: an identifier, an enumeration. */
  public static <T> T wrapped(JsonParser parser, Function<String, T> type) throws IOException {
    return type.apply(text(parser));
  }

  /** A string in a format of some class; what the class refuses is refused. */
  public static <T> T parsed(JsonParser parser, String what, Function<String, T> parse)
      throws IOException {
    String text = text(parser);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw expected(what, parser);
    }
  }

  /** The one string that may stand here. */
  public static void constant(JsonParser parser, String value) throws IOException {
    if (!text(parser).equals(value)) {
      throw UnexpectedShape.at(parser, "expected the constant " + value);
    }
  }

  /** An array. */
  public static <T extends @Nullable Object> List<T> list(JsonParser parser, ValueReader<T> item)
      throws IOException {
    startArray(parser);
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(parser));
    }
    return items;
  }

  /** An object whose names are data. */
  public static <T extends @Nullable Object> Map<String, T> map(
      JsonParser parser, ValueReader<T> value) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw expected("an object", parser);
    }
    Map<String, T> entries = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (entries.containsKey(name)) {
        throw UnexpectedShape.at(parser, "this name is given twice");
      }
      entries.put(name, value.read(parser));
    }
    return entries;
  }

  /** A reader of what may be null, of one of what may not. */
  public static <T> ValueReader<@Nullable T> orNull(ValueReader<T> value) {
    return parser -> nullable(parser, value);
  }

  /**
   * A value that the code has as text: a default.
   *
   * @throws IllegalArgumentException when it is none, which the generator has looked at
   */
  public static <T extends @Nullable Object> T document(String document, ValueReader<T> value) {
    try {
      return value.read(again(Json.constant(document)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Null, or a value. */
  public static <T> @Nullable T nullable(JsonParser parser, ValueReader<T> value)
      throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : value.read(parser);
  }

  /** A property that is there, be it as null. */
  public static <T> Maybe<T> maybe(JsonParser parser, ValueReader<T> value) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL
        ? Maybe.ofNull()
        : Maybe.of(value.read(parser));
  }

  /** The bracket that opens an array. */
  public static void startArray(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw expected("an array", parser);
    }
  }

  /** Moves to the next item, which must be there. */
  public static JsonParser item(JsonParser parser) throws IOException {
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      throw expected("another item", parser);
    }
    return parser;
  }

  /** The items up to the bracket that closes the array. */
  public static <T extends @Nullable Object> List<T> rest(JsonParser parser, ValueReader<T> item)
      throws IOException {
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(parser));
    }
    return items;
  }

  /** The bracket that closes an array. */
  public static void endArray(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw expected("no more items", parser);
    }
  }

  /** A parser on the first token of a value that was looked at already. */
  public static JsonParser again(JsonValue value) throws IOException {
    JsonParser parser = Json.parser(value);
    parser.nextToken();
    return parser;
  }

  /** The string in a property that tells alternatives apart; empty when there is none. */
  public static String tag(JsonValue value, String property) {
    return value instanceof JsonObject object && object.get(property) instanceof JsonString string
        ? string.value()
        : "";
  }

  /** Whether it is an object with that property. */
  public static boolean has(JsonValue value, String property) {
    return value instanceof JsonObject object && object.has(property);
  }

  /** Whether its JSON type is one of those. */
  public static boolean isOf(JsonValue value, String... types) {
    return List.of(types).contains(value.typeName());
  }

  /** Whether it is an object with that property, in one of those JSON types. */
  public static boolean hasOf(JsonValue value, String property, String... types) {
    JsonValue member = value instanceof JsonObject object ? object.get(property) : null;
    return member != null && isOf(member, types);
  }

  /** Whether it is an object with that property, of one of those values. */
  public static boolean hasValue(JsonValue value, String property, JsonValue... values) {
    JsonValue member = value instanceof JsonObject object ? object.get(property) : null;
    return member != null && List.of(values).contains(member);
  }

  /** The JSON type of what comes: {@code object}, {@code array}, {@code string}, ... */
  public static String type(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      default -> "null";
    };
  }

  /** What to throw when the current token is another than expected. */
  public static UnexpectedShape expected(String what, JsonParser parser) {
    return UnexpectedShape.at(parser, "expected " + what);
  }
}
