package io.eventwright.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.eventwright.runtime.testing.CpuTime;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, there is a value or a failure with its offset. */
class HostileInputTest {

  private static JsonParseFailure refused(byte[] document) {
    return assertThrows(JsonParseFailure.class, () -> Json.parse(document));
  }

  private static JsonParseFailure refused(String document) {
    JsonParseFailure failure = refused(document.getBytes(StandardCharsets.UTF_8));
    assertThrows(JsonParseFailure.class, () -> Json.parse(document));
    return failure;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "[1,",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "nul",
        "NaN",
        "[Infinity]",
        "-",
        "+1",
        "01",
        "1.",
        ".5",
        "1e",
        "0x10",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\t\"",
        "1 2",
        "{} []",
        "/* */ 1",
        "// 1",
        "[1]#",
        "\u0000",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}"
      })
  void whatIsNotJsonIsRefused(String document) {
    refused(document);
  }

  @ParameterizedTest
  @CsvSource({
    "22EDA08022, 1", // a surrogate in UTF-8
    "22C08022, 1", // overlong
    "22E0808022, 1",
    "22F4908080022, 1", // above U+10FFFF
    "22F522, 1",
    "22FF22, 1",
    "2280, 1",
    "22C3, 1", // cut off
    "EFBBBF31, 0", // byte order mark
    "FEFF0031, 0", // UTF-16 with mark
    "00310032, 0", // UTF-16
    "31003200, 1",
    "0000003100000032, 0" // UTF-32
  })
  void otherEncodingsAreRefusedWithTheirOffset(String hex, long offset) {
    byte[] bytes =
        HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex.substring(0, hex.length() - 1));
    assertEquals(offset, refused(bytes).offset());
  }

  @Test
  void everyCharacterOfUnicodeIsRead() throws Exception {
    String all =
        IntStream.rangeClosed(0x20, 0x10FFFF)
            .filter(c -> (c < 0xD800 || c > 0xDFFF) && c != '"' && c != '\\')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    byte[] document = ("\"" + all + "\"").getBytes(StandardCharsets.UTF_8);
    assertEquals(new JsonString(all), Json.parse(document));
  }

  @Test
  void otherCharsetsOfTheSameTextAreRefused() {
    for (String name : new String[] {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"}) {
      refused("{\"a\":1}".getBytes(Charset.forName(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud800\":1}",
        "\"\\uDBFFx\""
      })
  void loneSurrogatesAreRefused(String document) {
    assertTrue(refused(document).reason().contains("surrogate"));
  }

  @Test
  void pairsOfSurrogatesAreRead() throws Exception {
    assertEquals(new JsonString("\ud83d\ude00"), Json.parse("\"\\ud83d\\ude00\""));
  }

  @Test
  void depthIsLimited() throws Exception {
    int most = JsonLimits.DEFAULT.maxDepth();
    Json.parse("[".repeat(most) + "]".repeat(most));
    refused("[".repeat(most + 1) + "]".repeat(most + 1));
    refused("[".repeat(1_000_000));
    refused("{\"a\":".repeat(100_000));
  }

  @Test
  void numbersAreLimited() throws Throwable {
    int most = JsonLimits.DEFAULT.maxNumberLength();
    Json.parse("1".repeat(most));
    refused("1".repeat(most + 1));
    refused("1.".concat("1".repeat(most)));
    for (String number :
        new String[] {"1e999999999", "1e-999999999", "1E+10001", "1e99999999999999999999"}) {
      assertTrue(refused(number).reason().contains("exponent"), number);
    }
    JsonNumber large = (JsonNumber) Json.parse("9e10000");
    CpuTime.within(
        Duration.ofSeconds(5),
        () -> {
          assertTrue(large.isInteger());
          assertFalse(large.fitsLong());
          assertFalse(large.isMultipleOf(7));
          assertEquals(large.hashCode(), Json.parse("90e9999").hashCode());
          assertTrue(large.compareTo(1L) > 0);
          assertEquals("9e+10000", new String(Json.canonicalBytes(large), StandardCharsets.UTF_8));
        });
  }

  @Test
  void sizeIsLimitedByBytesStringsAndNames() {
    JsonLimits limits = new JsonLimits(100, 10, 20, 10, 10, 10);
    assertThrows(JsonParseFailure.class, () -> Json.parse(" ".repeat(101), limits));
    assertThrows(JsonParseFailure.class, () -> Json.parse("\"" + "x".repeat(21) + "\"", limits));
    assertThrows(
        JsonParseFailure.class, () -> Json.parse("{\"" + "x".repeat(11) + "\":1}", limits));
  }

  /** Names that all hash alike would make a hash table as slow as the square of their number. */
  @Test
  void collidingNamesCostNoSquare() throws Throwable {
    StringBuilder document = new StringBuilder("{");
    for (int i = 0; i < 1 << 16; i++) {
      document.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < 16; bit++) {
        document.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      document.append("\":1");
    }
    document.append('}');
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    CpuTime.within(
        Duration.ofSeconds(10),
        () -> {
          JsonObject object = (JsonObject) Json.parse(bytes);
          assertEquals(1 << 16, object.size());
          for (int i = 0; i < object.size(); i++) {
            assertTrue(object.has(object.name(i)));
          }
          assertEquals(object, Json.parse(bytes));
        });
  }

  @Test
  void manyItemsThatHashAlikeCostNoSquare() throws Throwable {
    String items =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "[" + i + "," + -31 * i + "]")
            .collect(Collectors.joining(",", "[", "]"));
    JsonArray array = (JsonArray) Json.parse(items);
    CpuTime.within(Duration.ofSeconds(10), () -> assertTrue(Checks.areUnique(array)));
  }

  @Test
  void uniquenessIsThatOfJsonSchema() {
    for (int more : new int[] {0, 40}) {
      String rest =
          IntStream.range(0, more).mapToObj(i -> ",\"s" + i + "\"").collect(Collectors.joining());
      assertFalse(Checks.areUnique((JsonArray) Json.constant("[1,1.0" + rest + "]")));
      assertFalse(
          Checks.areUnique(
              (JsonArray) Json.constant("[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1.0}" + rest + "]")));
      assertTrue(
          Checks.areUnique((JsonArray) Json.constant("[0,false,null,\"\",[],{}" + rest + "]")));
      assertTrue(Checks.areUnique((JsonArray) Json.constant("[[1],[[1]]" + rest + "]")));
    }
  }

  /** Allocation, since it does not depend on a collector; what stays is less. */
  @ParameterizedTest
  @ValueSource(strings = {"[],", "0.5,", "1,", "\"a\",", "{\"a\":1},", "[[[[[1]]]]],"})
  void memoryIsAMultipleOfTheInput(String item) throws Exception {
    String document = "[" + item.repeat(1_000_000 / item.length()) + "0]";
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Json.parse(bytes);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Json.parse(bytes);
    long times = (threads.getCurrentThreadAllocatedBytes() - before) / bytes.length;
    assertTrue(times <= 64, () -> item + " takes " + times + " times its bytes");
  }
}
