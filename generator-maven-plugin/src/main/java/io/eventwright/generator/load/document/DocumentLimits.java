package io.eventwright.generator.load.document;

/**
 * How much one document may hold. The limits are far above any schema written by hand; they are
 * there so that a hostile file ends in a diagnostic.
 */
final class DocumentLimits {

  /** UTF-16 units of one document. */
  static final int MAX_LENGTH = 32 * 1024 * 1024;

  /** Objects and arrays inside one another. */
  static final int MAX_DEPTH = 256;

  /** Values in one document, those brought by a YAML alias counted each time. */
  static final int MAX_NODES = 2_000_000;

  private DocumentLimits() {}
}
