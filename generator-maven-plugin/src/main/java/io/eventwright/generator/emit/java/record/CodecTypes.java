package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;

/** The types that records and codecs name. */
final class CodecTypes {

  private static final String CODEC_PACKAGE = "io.eventwright.runtime.codec";

  static final ClassName READ = ClassName.get(CODEC_PACKAGE, "Read");
  static final ClassName WRITE = ClassName.get(CODEC_PACKAGE, "Write");
  static final ClassName MAYBE = ClassName.get(CODEC_PACKAGE, "Maybe");
  static final ClassName IMMUTABLE = ClassName.get(CODEC_PACKAGE, "Immutable");
  static final ClassName MASKED_TEXT = ClassName.get(CODEC_PACKAGE, "MaskedText");
  static final ClassName TIMESTAMPS = ClassName.get(CODEC_PACKAGE, "Timestamps");
  static final ClassName OBJECT_CODEC = ClassName.get(CODEC_PACKAGE, "ObjectCodec");
  static final ClassName RECORD_BUILDER = ClassName.get(CODEC_PACKAGE, "RecordBuilder");
  static final ClassName UNKNOWN_FIELDS = ClassName.get(CODEC_PACKAGE, "UnknownFields");
  static final ClassName CODEC = ClassName.get("io.eventwright.runtime.event", "Codec");
  static final ClassName JSON_VALUE = ClassName.get("io.eventwright.runtime.json", "JsonValue");
  static final ClassName PARSER = ClassName.get("com.fasterxml.jackson.core", "JsonParser");
  static final ClassName GENERATOR = ClassName.get("com.fasterxml.jackson.core", "JsonGenerator");

  private CodecTypes() {}
}
