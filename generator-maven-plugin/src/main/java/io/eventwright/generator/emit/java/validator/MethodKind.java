package io.eventwright.generator.emit.java.validator;

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
}
