package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated validators name. */
final class RuntimeTypes {

  private static final String JSON = "io.eventwright.runtime.json";

  static final ClassName VALUE = ClassName.get(JSON, "JsonValue");
  static final ClassName OBJECT = ClassName.get(JSON, "JsonObject");
  static final ClassName ARRAY = ClassName.get(JSON, "JsonArray");
  static final ClassName STRING = ClassName.get(JSON, "JsonString");
  static final ClassName NUMBER = ClassName.get(JSON, "JsonNumber");
  static final ClassName BOOLEAN = ClassName.get(JSON, "JsonBoolean");
  static final ClassName NULL = ClassName.get(JSON, "JsonNull");
  static final ClassName COMPILED_VALIDATOR = ClassName.get(JSON, "CompiledValidator");
  static final ClassName VIOLATIONS = ClassName.get(JSON, "Violations");
  static final ClassName ANNOTATIONS = ClassName.get(JSON, "Annotations");
  static final ClassName COMPILED_ANNOTATOR = ClassName.get(JSON, "CompiledAnnotator");
  static final ClassName EVALUATED = ClassName.get(JSON, "Evaluated");
  static final ClassName CONSTANTS = ClassName.get(JSON, "JsonConstants");
  static final ClassName CHECKS = ClassName.get(JSON, "Checks");
  static final ClassName PATTERN = ClassName.get(JSON + ".pattern", "EcmaPattern");
  static final ClassName FORMATS = ClassName.get(JSON + ".format", "Formats");
  static final ClassName NUMBER_FORMATS = ClassName.get(JSON + ".format", "NumberFormats");

  private RuntimeTypes() {}
}
