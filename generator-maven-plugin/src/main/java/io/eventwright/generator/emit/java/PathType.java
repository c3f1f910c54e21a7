package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * How generated code reads one required field of a record.
 *
 * @param accessors a chain of calls that begins with a dot: {@code .playerId()}
 * @param type what the chain gives
 * @param identifier whether that is a typed identifier or an enumeration, which has its text as
 *     {@code value()}
 */
public record PathType(CodeBlock accessors, TypeName type, boolean identifier) {
  private static final ClassName STRING = ClassName.get(String.class);

  /** The field as text, such as {@code event.data().playerId().value()}. */
  public CodeBlock textOf(CodeBlock root) {
    return text(CodeBlock.of("$L$L", root, accessors));
  }

  /** A variable of the field's type as text, such as {@code playerId.value()}. */
  public CodeBlock text(CodeBlock value) {
    if (identifier) {
      return CodeBlock.of("$L.value()", value);
    }
    return type.equals(STRING) ? value : CodeBlock.of("$T.valueOf($L)", STRING, value);
  }
}
