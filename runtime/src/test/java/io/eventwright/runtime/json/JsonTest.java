package io.eventwright.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  private static JsonValue parse(String text) {
    return Json.constant(text);
  }

  @Test
  void textComesBackAsItWas() {
    String text = "{\"b\":[1,1.0,-0,1e2,\"é\\n\\\"\"],\"a\":{\"c\":null,\"d\":true}}";
    assertEquals(text, parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1, 1e0",
    "100, 1e2",
    "0, -0.0",
    "0.5, 5e-1",
    "12345678901234567890, 12345678901234567890.00"
  })
  void numbersAreEqualByValue(String a, String b) {
    assertEquals(parse(a), parse(b));
    assertEquals(parse(a).hashCode(), parse(b).hashCode());
    assertEquals(0, ((JsonNumber) parse(a)).compareTo((JsonNumber) parse(b)));
    assertEquals(
        new String(Json.canonicalBytes(parse(a)), StandardCharsets.UTF_8),
        new String(Json.canonicalBytes(parse(b)), StandardCharsets.UTF_8));
  }

  @Test
  void objectsAreEqualInAnyOrder() {
    assertEquals(parse("{\"a\":1,\"b\":[2]}"), parse("{\"b\":[2.0],\"a\":1}"));
    assertEquals(
        parse("{\"a\":1,\"b\":[2]}").hashCode(), parse("{\"b\":[2.0],\"a\":1}").hashCode());
    assertNotEquals(parse("{\"a\":1}"), parse("{\"b\":1}"));
    assertNotEquals(parse("[1,2]"), parse("[2,1]"));
    assertNotEquals(parse("false"), parse("0"));
  }

  @ParameterizedTest
  @CsvSource({
    "333333333.33333329, 333333333.33333329",
    "1E30, 1e+30",
    "4.50, 4.5",
    "2e-3, 0.002",
    "0.000000000000000000000000001, 1e-27",
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "-0, 0",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "-12.5e1, -125"
  })
  void canonicalNumbersAreEcmaScripts(String number, String canonical) {
    assertEquals(canonical, new String(Json.canonicalBytes(parse(number)), StandardCharsets.UTF_8));
  }

  @Test
  void canonicalFormSortsNamesByUtf16Units() {
    // The example of RFC 8785, section 3.2.3.
    String text =
        "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
    assertEquals(
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}",
        new String(Json.canonicalBytes(parse(text)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 3, false",
    "9, 3, true",
    "0.0075, 0.0001, true",
    "0.00751, 0.0001, false",
    "1e308, 0.5, true",
    "1e9999, 7, false",
    "7e9999, 7, true",
    "1e-9999, 1, false",
    "0, 5, true",
    "-4.5, 1.5, true",
    "12300, 1e2, true",
    "12300, 1e3, false"
  })
  void multiplesAreExact(String number, BigDecimal divisor, boolean expected) {
    assertEquals(expected, ((JsonNumber) parse(number)).isMultipleOf(divisor));
  }

  @Test
  void integersAreWhatHasNoFraction() {
    assertTrue(((JsonNumber) parse("1.0")).isInteger());
    assertTrue(((JsonNumber) parse("1e400")).isInteger());
    assertFalse(((JsonNumber) parse("1.5")).isInteger());
    assertFalse(((JsonNumber) parse("1.0")).isWrittenAsInteger());
    assertTrue(((JsonNumber) parse("9223372036854775807")).fitsLong());
    assertFalse(((JsonNumber) parse("9223372036854775808")).fitsLong());
  }

  @Test
  void namesAreFoundInLargeObjects() {
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < 1_000; i++) {
      builder.put("name-" + i, JsonNumber.of(i));
    }
    JsonObject object = builder.build();
    assertEquals(JsonNumber.of(777), object.get("name-777"));
    assertNull(object.get("name-1000"));
    builder.put("name-3", JsonNull.NULL);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void aStreamIsReadWithinItsLimit() throws Exception {
    byte[] document = "[1,2,3]".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        parse("[1,2,3]"), Json.parse(new ByteArrayInputStream(document), JsonLimits.DEFAULT));
    JsonParseFailure failure =
        assertThrows(
            JsonParseFailure.class,
            () ->
                Json.parse(new ByteArrayInputStream(document), JsonLimits.DEFAULT.withMaxBytes(6)));
    assertEquals(6, failure.offset());
  }

  @Test
  void aTreeParserSaysWhatATextParserSays() throws Exception {
    String text =
        "{\"a\":[1,2.5,{\"b\":null}],\"c\":{},\"d\":[],\"e\":\"x\",\"f\":12345678901234567890,\"g\":false}";
    try (JsonParser expected =
            Json.parser(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        JsonParser actual = Json.parser(parse(text))) {
      JsonToken token;
      do {
        token = expected.nextToken();
        assertEquals(token, actual.nextToken());
        assertEquals(expected.currentName(), actual.currentName());
        assertEquals(expected.getText(), actual.getText());
        if (token != null && token.isNumeric()) {
          assertEquals(expected.getDecimalValue(), actual.getDecimalValue());
        }
      } while (token != null);
      assertNull(actual.nextToken());
    }
  }
}
