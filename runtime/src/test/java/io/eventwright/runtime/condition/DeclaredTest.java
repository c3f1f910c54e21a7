package io.eventwright.runtime.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests mean what they mean in a rule's pattern. */
class DeclaredTest {

  private static Test test(String word) {
    BigDecimal five = BigDecimal.valueOf(5);
    return switch (word) {
      case "is-a" -> Test.is("a");
      case "is-5" -> Test.is(five);
      case "is-true" -> Test.is(true);
      case "is-null" -> Test.isNull();
      case "begins-a" -> Test.beginsWith("a");
      case "ends-z" -> Test.endsWith("z");
      case "but-a" -> Test.anythingBut(Test.is("a"), Test.is(five));
      case "there" -> Test.exists(true);
      case "not-there" -> Test.exists(false);
      case "above-5" -> Test.number(">", five);
      case "5-to-7" -> Test.number(">=", five, "<", BigDecimal.valueOf(7));
      default -> throw new IllegalArgumentException(word);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "is-a; {\"x\":\"a\"}; true",
        "is-a; {\"x\":\"A\"}; false",
        "is-a; {}; false",
        "is-a; {\"x\":[\"b\",\"a\"]}; true",
        "is-5; {\"x\":5.0}; true",
        "is-5; {\"x\":\"5\"}; false",
        "is-true; {\"x\":true}; true",
        "is-true; {\"x\":false}; false",
        "is-null; {\"x\":null}; true",
        "is-null; {}; false",
        "begins-a; {\"x\":\"abc\"}; true",
        "begins-a; {\"x\":5}; false",
        "ends-z; {\"x\":\"xyz\"}; true",
        "but-a; {\"x\":\"b\"}; true",
        "but-a; {\"x\":\"a\"}; false",
        "but-a; {\"x\":5}; false",
        "but-a; {}; false",
        "there; {\"x\":null}; true",
        "there; {}; false",
        "not-there; {}; true",
        "not-there; {\"x\":1}; false",
        "above-5; {\"x\":5.01}; true",
        "above-5; {\"x\":5}; false",
        "above-5; {\"x\":\"6\"}; false",
        "5-to-7; {\"x\":5}; true",
        "5-to-7; {\"x\":7}; false"
      })
  void means(String word, String state, boolean holds) throws Exception {
    JsonValue json = Json.parse(state);
    Declared condition = Declared.condition("c", "r").where(List.of("state", "x"), test(word));
    Condition found = condition.check(new Facts(root -> root.equals("state") ? json : null));
    assertEquals(holds, found instanceof Condition.Holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"x\":[{\"y\":\"b\"},{\"y\":\"a\"}]}; true",
        "{\"x\":{\"y\":\"a\"}}; true",
        "{\"x\":\"a\"}; false",
        "{\"x\":[]}; false"
      })
  void looksIntoLists(String state, boolean holds) throws Exception {
    JsonValue json = Json.parse(state);
    Declared condition =
        Declared.condition("c", "r").where(List.of("state", "x", "y"), Test.is("a"));
    assertEquals(holds, condition.check(new Facts(root -> json)) instanceof Condition.Holds);
  }
}
