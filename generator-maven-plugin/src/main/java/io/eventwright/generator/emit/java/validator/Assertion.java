package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.model.schema.Keyword;

/**
 * A condition on a value, as both the verdict and the report need it.
 *
 * @param holds a Java expression that is true when the value is taken, in parentheses if need be
 * @param fails the same the other way round
 * @param report a statement that reports when the condition fails
 */
record Assertion(CodeBlock holds, CodeBlock fails, CodeBlock report) {

  /** A condition whose keyword the runtime has no method for. */
  static Assertion of(CodeBlock holds, CodeBlock fails, String keyword, String message) {
    return new Assertion(
        holds,
        fails,
        CodeBlock.of(
            "found.require($L, $L, $L);\n",
            holds,
            Literals.string(keyword),
            Literals.string(message)));
  }

  /**
   * The same condition, reported by the runtime's method of that name.
   *
   * @param standard the keyword as that method reports it
   * @param arguments those of the method
   */
  Assertion reportedAs(Keyword keyword, String standard, String method, CodeBlock arguments) {
    return keyword.site().keyword().equals(standard)
        ? new Assertion(holds, fails, CodeBlock.of("found.$L($L);\n", method, arguments))
        : this;
  }
}
