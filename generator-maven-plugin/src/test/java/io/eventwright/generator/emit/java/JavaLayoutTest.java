package io.eventwright.generator.emit.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JavaLayoutTest {
  @Test
  void shortCommentsTakeOneLine() {
    assertEquals("  /** One. */\n", JavaLayout.tidy("  /**\n   * One.\n   */\n"));
    assertEquals("/**\n * Two\n * lines.\n */\n", JavaLayout.tidy("/**\n * Two\n * lines.\n */\n"));
    String tooLong = "/**\n * " + "x".repeat(95) + "\n */\n";
    assertEquals(tooLong, JavaLayout.tidy(tooLong));
  }

  @Test
  void nothingTrails() {
    assertEquals("int a =\n    1;\n", JavaLayout.tidy("int a = \n    1;\n"));
  }

  @Test
  void clausesAreNotTornApart() {
    assertEquals(
        "  void run(int a)\n      throws IOException {\n",
        JavaLayout.tidy("  void run(int a) throws\n      IOException {\n"));
  }

  @Test
  void parametersStayTogether() {
    assertEquals(
        "  List<String> run(\n      @Nullable String a, int b) {\n",
        JavaLayout.tidy("  List<String> run(@Nullable String a,\n      int b) {\n"));
  }

  @Test
  void callsAreLeftAlone() {
    String call = "    return run(first,\n        second.third());\n";
    assertEquals(call, JavaLayout.tidy(call));
  }

  @Test
  void manyParametersTakeALineEach() {
    String first = "Map<String, Integer> a" + "a".repeat(60);
    String second = "@Nullable String b" + "b".repeat(60);
    assertEquals(
        "public record R(\n    " + first + ",\n    " + second + ",\n    int c) {\n",
        JavaLayout.tidy("public record R(" + first + ",\n    " + second + ",\n    int c) {\n"));
  }
}
