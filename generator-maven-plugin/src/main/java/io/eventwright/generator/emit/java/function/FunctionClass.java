package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.lang.model.element.Modifier;

/**
 * The shape of every Lambda handler: a definition, and a handler of the runtime's made from it
 * once. It has no state of its own, so it is as safe under many threads as the runtime's.
 */
final class FunctionClass {
  private static final String LAMBDA = "com.amazonaws.services.lambda.runtime";
  private static final ClassName HANDLER = ClassName.get(LAMBDA, "RequestStreamHandler");
  private static final ClassName CONTEXT = ClassName.get(LAMBDA, "Context");

  private FunctionClass() {}

  /**
   * @param does a sentence
   * @param fields what the handler is made from
   * @param handler an expression that makes the runtime's handler
   */
  static TypeSpec of(ClassName name, String does, Iterable<FieldSpec> fields, CodeBlock handler) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(HANDLER)
        .addJavadoc(JavadocText.of(does))
        .addFields(fields)
        .addField(
            FieldSpec.builder(HANDLER, "handler", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("\n$>$>$L$<$<", handler)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("handleRequest")
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(Override.class)
                .addParameter(InputStream.class, "input")
                .addParameter(OutputStream.class, "output")
                .addParameter(CONTEXT, "context")
                .addException(IOException.class)
                .addStatement("handler.handleRequest(input, output, context)")
                .build())
        .build();
  }

  /** A constant that is seen by nobody else. */
  static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }
}
