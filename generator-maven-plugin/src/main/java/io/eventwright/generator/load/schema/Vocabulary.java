package io.eventwright.generator.load.schema;

import java.util.Optional;

/** The vocabularies of 2019-09 and later; in older dialects every keyword is always known. */
enum Vocabulary {
  CORE,
  APPLICATOR,
  UNEVALUATED,
  VALIDATION,
  META_DATA,
  FORMAT_ANNOTATION,
  FORMAT_ASSERTION,
  CONTENT;

  /** The vocabulary that a URI in {@code $vocabulary} names. */
  static Optional<Vocabulary> ofUri(String uri) {
    String prefix = "https://json-schema.org/draft/";
    int name = uri.indexOf("/vocab/");
    if (!uri.startsWith(prefix) || name < 0) {
      return Optional.empty();
    }
    return switch (uri.substring(name + "/vocab/".length())) {
      case "core" -> Optional.of(CORE);
      case "applicator" -> Optional.of(APPLICATOR);
      case "unevaluated" -> Optional.of(UNEVALUATED);
      case "validation" -> Optional.of(VALIDATION);
      case "meta-data" -> Optional.of(META_DATA);
      case "format", "format-annotation" -> Optional.of(FORMAT_ANNOTATION);
      case "format-assertion" -> Optional.of(FORMAT_ASSERTION);
      case "content" -> Optional.of(CONTENT);
      default -> Optional.empty();
    };
  }
}
