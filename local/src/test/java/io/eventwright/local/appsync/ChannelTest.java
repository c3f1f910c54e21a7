package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Channels' names, and whom a wildcard tells (AWS AppSync Events, "Understanding channels"). */
class ChannelTest {

  @ParameterizedTest
  @CsvSource({
    "board/*, board/a, true",
    "/board/*, board/a, true",
    "board/*, /board/a/, true",
    "board/*, board/a/b/c/d, true",
    "board/*, board, false",
    "board/*, boards/a, false",
    "board/a/*, board/a/b, true",
    "board/a/*, board/a, false",
    "board/a/*, board/ab, false",
    "board/a, /board/a, true",
    "board/a, board/a/b, false",
    "board/a, board/A, false"
  })
  void aWildcardTellsOfWhatIsBelowIt(String listened, String published, boolean told) {
    assertEquals(told, Channel.matches(listened, published));
  }

  @ParameterizedTest
  @CsvSource({
    "a, true, true",
    "/a/b-c/D9/e/f/, true, true",
    "a/b/c/d/e/f, false, false",
    "a/*, false, true",
    "a/b/c/d/*, false, true",
    "a/b/c/d/e/*, false, false",
    "*, false, false",
    "a*, false, false",
    "a/*/b, false, false",
    "a/*/, false, false",
    "a//b, false, false",
    "-a, false, false",
    "a-, false, false",
    "a_b, false, false"
  })
  void aChannelHasOneToFiveSegmentsAndAPatternEndsWithAStar(
      String text, boolean path, boolean pattern) {
    assertEquals(path, Channel.isPath(text));
    assertEquals(pattern, Channel.canBeListenedTo(text));
  }

  @Test
  void aSegmentHasFiftyCharactersAtMost() {
    assertEquals(true, Channel.isPath("a/" + "b".repeat(50)));
    assertEquals(false, Channel.isPath("a/" + "b".repeat(51)));
  }
}
