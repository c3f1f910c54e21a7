package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;

/**
 * What a switch does in one case.
 *
 * @param label a number, or a string of any length, as an expression
 * @param isConstant whether the label may stand behind {@code case}
 * @param then what stands behind the arrow: a value or a statement, with its end
 */
record Arm(CodeBlock label, boolean isConstant, CodeBlock then) {

  /** For the member of a name. */
  static Arm of(String name, CodeBlock then) {
    return new Arm(Literals.text(name), Literals.isConstant(name), then);
  }

  /** For the item at an index. */
  static Arm of(int index, CodeBlock then) {
    return new Arm(CodeBlock.of("$L", index), true, then);
  }

  CodeBlock code() {
    return CodeBlock.of("case $L -> $L", label, then);
  }

  /** The same as a statement before the switch, for a label that is too long for one. */
  CodeBlock statement(String subject, boolean value) {
    return value
        ? CodeBlock.of("if ($L.equals($L)) {\n$>return $L$<}\n", subject, label, then)
        : CodeBlock.of("if ($L.equals($L)) {\n$>$Lreturn;\n$<}\n", subject, label, then);
  }
}
