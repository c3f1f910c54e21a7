package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.DocumentNames;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.List;

/** What to call a type, by where its schema is. */
record Names(TypeDerivation derivation) {

  /**
   * A type that is referred to is called as its definition is; one that is written in place keeps
   * the name of the place.
   */
  Place from(View view, Place place) {
    List<SchemaKey> ends = derivation.shapes.resolved(view.keys());
    if (ends.equals(view.keys()) || ends.size() != 1) {
      return place;
    }
    return place.named(of(ends.get(0)));
  }

  /** The name of a definition, or of a file. */
  String of(SchemaKey end) {
    return end.pointer().isEmpty()
        ? DocumentNames.of(derivation.shapes.schemas().node(end).location().file(), end.resource())
        : end.lastSegment();
  }
}
