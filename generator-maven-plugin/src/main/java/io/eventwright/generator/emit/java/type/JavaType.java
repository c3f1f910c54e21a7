package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;

/** The Java type of a value. */
public sealed interface JavaType {

  /** A type that the runtime reads and writes by itself. */
  record Scalar(ScalarKind kind) implements JavaType {}

  /** A typed identifier around a string. */
  record Identifier(ClassName name) implements JavaType {}

  /** A list that cannot be changed. */
  record ListOf(Element element) implements JavaType {}

  /** A map from names that are data, in the order of the document; it cannot be changed. */
  record MapOf(Element element) implements JavaType {}

  /** A type that is generated. */
  record Declared(TypeId id) implements JavaType {}

  /** A type of the user's, with a codec beside it that is named after it. */
  record Existing(ClassName name, ClassName codec) implements JavaType {}

  /** Any JSON value. */
  JavaType JSON = new Scalar(ScalarKind.JSON);
}
