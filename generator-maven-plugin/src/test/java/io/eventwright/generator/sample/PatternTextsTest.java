package io.eventwright.generator.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.json.pattern.EcmaPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are made from a pattern are found by it. */
class PatternTextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^$",
        "a|bc|",
        "^[A-Z]{3}-[0-9]{4}$",
        "^c-[0-9]{1,12}$",
        "^[a-z][0-9a-z-]{0,62}$",
        "^(?<year>\\d{4})-(?:0[1-9]|1[0-2])$",
        "^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$",
        "^\\+?[1-9]\\d{1,14}$",
        "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[\\w.-]+)?$",
        "^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\\d{12}:.+$",
        "^[\\u00e0-\\u00ff]\\x41\\u{1F600}[\\]\\-^]$",
        "^[a-]$",
        "^\\p{Lu}\\p{Ll}+ \\p{Script=Greek}{2}$",
        "^(?:a+?b*?){2,3}?$",
        "\\bword\\b",
        "^pkg:[a-z]+/[^/]+(/[^/]+)*$"
      })
  void everyTextIsFound(String regex) {
    EcmaPattern pattern = EcmaPattern.compile(regex);
    SeededNumbers random = new SeededNumbers(1, regex);
    for (int spread = 0; spread < 20; spread++) {
      Optional<String> text = PatternTexts.text(regex, random, spread);
      assertTrue(text.isPresent() && pattern.find(text.get()), regex + " is not found in " + text);
    }
  }

  @Test
  void whatIsNotKnownGivesNoText() {
    for (String regex :
        List.of("(a)\\1", "^\\p{Script=Ogham}$", "[z-a]", "(", "a)", "[", "\\u{x}")) {
      assertEquals(Optional.empty(), PatternTexts.text(regex, new SeededNumbers(1, ""), 3), regex);
    }
  }

  @Test
  void repetitionsOfRepetitionsComeToAnEnd() {
    for (String regex : List.of("(((a{1000}){1000}){1000}){1000}", "(((){1000}){1000}){1000}")) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofMinutes(2),
          () ->
              assertEquals(
                  Optional.empty(), PatternTexts.text(regex, new SeededNumbers(1, ""), 3)));
    }
  }

  /** Whoever has checked samples in must find the same ones after an update of Java. */
  @Test
  void numbersStayAsTheyAre() {
    SeededNumbers random = new SeededNumbers(1, "order-placed");
    assertEquals(
        List.of(529, 464, 369, 864, 409),
        List.of(
            random.below(1000),
            random.below(1000),
            random.below(1000),
            random.below(1000),
            random.below(1000)));
  }
}
