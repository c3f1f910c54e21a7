package io.eventwright.generator.emit.java.validator;

import org.jspecify.annotations.Nullable;

/** What a generated method does for its schema. */
enum MethodKind {
  /** Gives the verdict. */
  TEST("is"),
  /** Gives the verdict, and notes which members and items the schema speaks of. */
  TRACK("track"),
  /** Notes the same of whatever fits, and says whether all did; assertions do not matter. */
  GATHER("gather"),
  /** Tracks a schema that may not fit; then nothing is noted. */
  JOIN("join"),
  /** Says which members are spoken of by their name alone. */
  COVERS("covers"),
  /** Reports violations. */
  CHECK("check"),
  /** Collects what the schema says of a value that fits it. */
  ANNOTATE("annotate");

  private final String prefix;

  MethodKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }

  /** How a class's own method is called. */
  String ofHead() {
    return switch (this) {
      case TEST -> "INSTANCE.fits";
      case CHECK -> "INSTANCE.report";
      case ANNOTATE -> "INSTANCE.collect";
      default -> prefix;
    };
  }

  /** What a class's own method does that others may call; null for one that they do not. */
  @Nullable String purpose() {
    return switch (this) {
      case TRACK -> "Whether a value fits; notes which of its parts are spoken of.";
      case JOIN -> "Whether a value fits; notes which of its parts are spoken of, if it does.";
      case GATHER -> "Notes which parts of a value are spoken of by whatever fits.";
      default -> null;
    };
  }
}
