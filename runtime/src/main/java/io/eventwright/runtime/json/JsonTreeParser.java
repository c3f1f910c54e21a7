package io.eventwright.runtime.json;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A parser whose tokens come from a value in memory, so that what reads streams reads trees as
 * well. It stands before the first token when new.
 */
@NullUnmarked // The base class speaks in nulls that it does not declare.
final class JsonTreeParser extends ParserMinimalBase {

  /** An object or array that is being walked; {@code next} is the position of its next value. */
  private static final class Frame {
    final JsonValue container;
    int next;
    boolean named;

    Frame(JsonValue container) {
      this.container = container;
    }

    int size() {
      return container instanceof JsonObject object
          ? object.size()
          : ((JsonArray) container).size();
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final JsonValue root;
  private JsonReadContext context = JsonReadContext.createRootContext(null);
  private boolean started;
  private boolean closed;
  private @Nullable JsonValue current;

  JsonTreeParser(JsonValue root) {
    super(StreamReadConstraints.defaults());
    this.root = root;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    _currToken = advance();
    return _currToken;
  }

  private @Nullable JsonToken advance() throws IOException {
    Frame frame = frames.peek();
    if (frame == null) {
      if (started || closed) {
        closed = true;
        return null;
      }
      started = true;
      return enter(root);
    }
    if (frame.next == frame.size()) {
      frames.pop();
      context = context.getParent();
      current = frame.container;
      return frame.container instanceof JsonObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
    if (frame.container instanceof JsonObject object) {
      if (!frame.named) {
        frame.named = true;
        context.setCurrentName(object.name(frame.next));
        return JsonToken.FIELD_NAME;
      }
      frame.named = false;
      return enter(object.value(frame.next++));
    }
    return enter(((JsonArray) frame.container).get(frame.next++));
  }

  private JsonToken enter(JsonValue value) {
    current = value;
    if (value instanceof JsonObject) {
      context = context.createChildObjectContext(-1, -1);
      frames.push(new Frame(value));
      return JsonToken.START_OBJECT;
    }
    if (value instanceof JsonArray) {
      context = context.createChildArrayContext(-1, -1);
      frames.push(new Frame(value));
      return JsonToken.START_ARRAY;
    }
    if (value instanceof JsonNumber number) {
      return number.isWrittenAsInteger()
          ? JsonToken.VALUE_NUMBER_INT
          : JsonToken.VALUE_NUMBER_FLOAT;
    }
    if (value instanceof JsonBoolean bool) {
      return bool.value() ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
    }
    return value instanceof JsonString ? JsonToken.VALUE_STRING : JsonToken.VALUE_NULL;
  }

  /** The value of the current token, whole; its last token becomes the current one. */
  JsonValue skipValue() {
    JsonValue value = current;
    if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
      Frame frame = frames.pop();
      context = context.getParent();
      _currToken =
          frame.container instanceof JsonObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
    return value;
  }

  @Override
  protected void _handleEOF() {
    // The end of a value is never in the middle of a token.
  }

  @Override
  public String currentName() {
    if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
      return context.getParent().getCurrentName();
    }
    return context.getCurrentName();
  }

  @Override
  @Deprecated
  public String getCurrentName() {
    return currentName();
  }

  @Override
  @Deprecated
  public void overrideCurrentName(String name) {
    throw new UnsupportedOperationException("a value in memory keeps its names");
  }

  @Override
  public void close() {
    closed = true;
    frames.clear();
    _currToken = null;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public JsonStreamContext getParsingContext() {
    return context;
  }

  @Override
  public String getText() {
    if (_currToken == null) {
      return null;
    }
    return switch (_currToken) {
      case FIELD_NAME -> currentName();
      case VALUE_STRING -> ((JsonString) current).value();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> current.toString();
      default -> _currToken.asString();
    };
  }

  @Override
  public char[] getTextCharacters() {
    return getText().toCharArray();
  }

  @Override
  public boolean hasTextCharacters() {
    return false;
  }

  @Override
  public int getTextLength() {
    return getText().length();
  }

  @Override
  public int getTextOffset() {
    return 0;
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) throws IOException {
    return variant.decode(getText());
  }

  private JsonNumber number() throws IOException {
    if (current instanceof JsonNumber number) {
      return number;
    }
    throw _constructError("the current token is no number");
  }

  @Override
  public Number getNumberValue() throws IOException {
    return switch (getNumberType()) {
      case INT -> number().decimalValue().intValue();
      case LONG -> number().longValue();
      case BIG_INTEGER -> getBigIntegerValue();
      default -> getDecimalValue();
    };
  }

  @Override
  public NumberType getNumberType() throws IOException {
    JsonNumber number = number();
    if (!number.isWrittenAsInteger()) {
      return NumberType.BIG_DECIMAL;
    }
    if (!number.fitsLong()) {
      return NumberType.BIG_INTEGER;
    }
    long value = number.longValue();
    return value == (int) value ? NumberType.INT : NumberType.LONG;
  }

  @Override
  public int getIntValue() throws IOException {
    long value = getLongValue();
    if (value != (int) value) {
      reportOverflowInt();
    }
    return (int) value;
  }

  @Override
  public long getLongValue() throws IOException {
    BigDecimal value = number().decimalValue();
    if (value.precision() - (long) value.scale() > 20 || value.toBigInteger().bitLength() > 63) {
      reportOverflowLong();
    }
    return value.longValue();
  }

  @Override
  public BigInteger getBigIntegerValue() throws IOException {
    return number().decimalValue().toBigInteger();
  }

  @Override
  public float getFloatValue() throws IOException {
    return (float) number().doubleValue();
  }

  @Override
  public double getDoubleValue() throws IOException {
    return number().doubleValue();
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    return number().decimalValue();
  }

  @Override
  public ObjectCodec getCodec() {
    return null;
  }

  @Override
  public void setCodec(ObjectCodec codec) {
    throw new UnsupportedOperationException("there is no data binding here");
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public JsonLocation currentLocation() {
    return JsonLocation.NA;
  }

  @Override
  public JsonLocation currentTokenLocation() {
    return JsonLocation.NA;
  }

  @Override
  @Deprecated
  public JsonLocation getCurrentLocation() {
    return JsonLocation.NA;
  }

  @Override
  @Deprecated
  public JsonLocation getTokenLocation() {
    return JsonLocation.NA;
  }
}
