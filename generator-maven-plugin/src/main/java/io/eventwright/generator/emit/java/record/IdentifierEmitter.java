package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.type.Identifier;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * A typed identifier: a record around a string.
 *
 * @param identifier what the schema says of it
 */
record IdentifierEmitter(ClassName name, Identifier identifier) {

  TypeSpec emit() {
    String words = identifier.words();
    String text = words.isBlank() ? "Identifies one thing." : JavadocText.escape(words);
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(JavadocText.of(text))
            .addJavadoc("\n@param value the identifier as text\n")
            .recordConstructor(
                MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(String.class, "value")
                    .addStatement("$T.requireNonNull(value)", Objects.class)
                    .build());
    return identifier.sensitive() ? type.addMethod(RecordParts.masked(name)).build() : type.build();
  }
}
