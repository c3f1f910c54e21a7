package io.eventwright.runtime.json.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.testing.CpuTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "^[A-Z]{3}$; EUR; true",
        "^[A-Z]{3}$; `EUR\n`; false",
        "b; abc; true",
        "^\\d+$; ٣; false",
        "^\\p{Nd}+$; ٣; true",
        "^\\w$; é; false",
        "^\\S$; \u00a0; false",
        "^\\s$; \ufeff; true",
        "^.$; \u2028; false",
        "^.$; 😀; true",
        "^[^]$; `\n`; true",
        "[]; a; false",
        "^\\u{1F600}$; 😀; true",
        "^\\ud83d\\ude00$; 😀; true",
        "^\\cA$; `\u0001`; true",
        "^\\p{Script=Greek}+$; λόγος; true",
        "^\\p{Lu}; Éa; true",
        "^\\P{L}$; a; false",
        "^(?=.*\\d)(?!.*x).{3}$; ab1; true",
        "^(?=.*\\d)(?!.*x).{3}$; ax1; false",
        "(?<=\\$)\\d+; $42; true",
        "^(a)\\1$; aa; true",
        "^(?<q>['\"]).*\\k<q>$; 'x'; true",
        "^(?<q>['\"]).*\\k<q>$; 'x\"; false",
        "^(?:(a)|b)\\1c$; bc; true",
        "^(?:(a)|b)*\\1$; bb; true",
        "^(a)+\\1$; aaa; true",
        "\\bfoo\\b; a foo b; true",
        "(?=x)\\bfoo|\\bé; aé; true",
        "^[\\w\\-.]+$; a-b.c; true",
        "^[a\\-z]$; m; false",
        "^\\/\\-$; /-; true",
        "^x{0,1500}$; xx; true",
        "^a|b$; ac; true"
      })
  void findsWhatEcma262Finds(String pattern, String text, boolean expected) {
    assertEquals(expected, EcmaPattern.compile(pattern).find(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[",
        "a**",
        "*",
        "+a",
        "\\",
        "\\Z",
        "\\a",
        "(?i)a",
        "(?<a",
        "\\1",
        "\\k<x>",
        "a{2,1}",
        "[z-a]",
        "\\u{110000}",
        "\\p{Nope}",
        "\\p",
        "x{1}{2}",
        "\\c1",
        "\\x1"
      })
  void whatIsNoExpressionIsRefused(String pattern) {
    assertThrows(EcmaPatternException.class, () -> EcmaPattern.compile(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "^(a|aa)+$",
        "^(.*)*x$",
        "([a-zA-Z]+)*$",
        "^(([a-z])+.)+[A-Z]([a-z])+$"
      })
  void whatIsRegularTakesLinearTime(String source) throws Throwable {
    EcmaPattern pattern = EcmaPattern.compile(source);
    assertTrue(pattern.isLinear());
    String text = "a".repeat(20_000) + "!";
    CpuTime.within(Duration.ofSeconds(10), () -> pattern.find(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(?=(a+)+$)", "^(a+)+\\1$", "^(?!(a|aa)+$)b", "(x+x+)+y(?=z)"})
  void whatIsNotRegularIsStopped(String source) throws Throwable {
    EcmaPattern pattern = EcmaPattern.compile(source);
    assertFalse(pattern.isLinear());
    for (String text :
        new String[] {"a".repeat(40) + "!", "x".repeat(100_000), "a".repeat(100_000) + "!"}) {
      CpuTime.within(
          Duration.ofSeconds(10),
          () -> {
            try {
              pattern.find(text);
            } catch (PatternBudgetExceeded e) {
              assertTrue(String.valueOf(e.getMessage()).contains(source));
            }
          });
    }
  }

  @Test
  void deepNestingIsRefused() {
    String source = "(".repeat(100_000) + ")".repeat(100_000);
    assertThrows(EcmaPatternException.class, () -> EcmaPattern.compile(source));
  }

  /** Written out, these would not fit into memory; or cost loops that look at no character. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "^(?:(?:(?:a{100}){100}){100}){100}$; aaa; false",
        "^(?:(?:a|b){1000}){1000}$; ab; false",
        "^(?:(?:){9999}){9999}(?!x)$; ``; true",
        "^(?:(?:a?){9999}){9999}(?!x)b$; ab; true",
        "^(?:a?){3}$; aaa; true",
        "^(?:a?){3}$; aaaa; false",
        "^(?:(?=b)|a){2}$; a; false",
        "^(?:a*){2,3}(?!b)$; aaaaa; true"
      })
  void repetitionsOfRepetitionsAreBounded(String pattern, String text, boolean expected) {
    assertEquals(expected, EcmaPattern.compile(pattern).find(text));
  }

  @Test
  void whatCannotBeBoundedIsRefused() {
    for (String pattern :
        List.of(
            "^(?:(?:(?:(?=a)){9999}){9999}){9999}a$",
            "(?:(?:(?:^){9999}){9999}){9999}(?!x)",
            "((((((((((a*)*)*)*)*)*)*)*)*)*)*(?!c)b",
            "\\p{L}".repeat(5_000),
            "a".repeat(EcmaPattern.MAX_LENGTH + 1))) {
      assertThrows(EcmaPatternException.class, () -> EcmaPattern.compile(pattern));
    }
    assertTrue(EcmaPattern.compile("((((((a*)*)*)*)*)*)*b").isLinear());
  }
}
