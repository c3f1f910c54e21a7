package io.eventwright.generator.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class JavadocTextTest {
  @Test
  void otherPeoplesWordsEndNoCommentAndStartNoTag() {
    String escaped = JavadocText.escape("*/ class Evil {} /* <script> @param x {@code \\u002a/} &");

    for (String dangerous : new String[] {"*/", "<", ">", "@", "{", "}", "\\"}) {
      assertFalse(escaped.contains(dangerous), dangerous + " in " + escaped);
    }
  }

  @Test
  void paragraphsAreWrappedAndEmptyOnesLeftOut() {
    assertEquals(
        "One.\n\n<p>" + "word ".repeat(17) + "word\nword word\n",
        JavadocText.of("One.", "", "word ".repeat(20)).toString());
  }

  @Test
  void anInlineTagIsNotBroken() {
    String text = JavadocText.of("x".repeat(85) + " {@code two words}.").toString();

    assertEquals("x".repeat(85) + "\n{@code two words}.\n", text);
  }

  @Test
  void wordsThatLookLikeJavaPoetsPlaceholdersStay() {
    assertEquals("costs $L and $T\n", JavadocText.of("costs $L and $T").toString());
  }
}
