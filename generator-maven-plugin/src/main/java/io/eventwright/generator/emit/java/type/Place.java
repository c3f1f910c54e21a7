package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a schema was met, which decides where a type for it goes and what it is called.
 *
 * @param home the class whose file the type goes into
 * @param wanted what to call it
 * @param parent the type it was met in
 * @param reserved the type to declare, when that is decided already: the home itself
 * @param words schemas whose words describe a type declared here; empty for those of the schema
 * @param root whether it is the root schema of the home, which must not be taken for a reference to
 *     itself
 * @param kind whether it is one kind of what is named already
 * @param judgedText whether something else looks at the text of the value
 */
record Place(
    ClassName home,
    String wanted,
    @Nullable TypeId parent,
    @Nullable TypeId reserved,
    List<SchemaKey> words,
    boolean root,
    boolean kind,
    boolean judgedText) {

  static Place top(ClassName home, TypeId id) {
    return new Place(home, home.simpleName(), null, id, List.of(), true, false, false);
  }

  /** A place below a type. */
  Place below(TypeId type, String name) {
    return new Place(home, name, type, null, List.of(), false, false, false);
  }

  /** The same place, for what may not be the reserved type. */
  Place inner(String name) {
    return new Place(home, name, parent, null, words, false, false, judgedText);
  }

  /** The same place, for the value that the reserved type wraps. */
  Place wrapped() {
    return new Place(home, "value", parent, null, words, true, false, judgedText);
  }

  Place named(String name) {
    return new Place(home, name, parent, reserved, words, root, kind, judgedText);
  }

  Place judged(boolean judged) {
    return new Place(home, wanted, parent, reserved, words, root, kind, judged);
  }

  Place describedBy(List<SchemaKey> keys) {
    return new Place(home, wanted, parent, reserved, keys, root, kind, judgedText);
  }

  /** The same place, for one kind of a type that has the schema's name. */
  Place kindOf() {
    return new Place(home, wanted, parent, reserved, words, root, true, judgedText);
  }
}
