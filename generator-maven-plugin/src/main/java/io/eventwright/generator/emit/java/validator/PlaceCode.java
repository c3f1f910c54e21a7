package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import org.jspecify.annotations.Nullable;

/**
 * The Java for where a report goes on: a part of the value, a schema below.
 *
 * @param part an expression for a member's name or an item's index; null for the same value
 * @param method of the place around: {@code at}, {@code member} or {@code item}
 * @param path from the schema around to this one
 * @param location the schema here, when it is not simply below the one around
 */
record PlaceCode(@Nullable String part, String method, String path, @Nullable SchemaKey location) {

  /** The place where a report already is. */
  static PlaceCode here() {
    return at("");
  }

  static PlaceCode at(String path) {
    return new PlaceCode(null, "at", path, null);
  }

  static PlaceCode member(String name, String path) {
    return new PlaceCode(name, "member", path, null);
  }

  static PlaceCode item(String index, String path) {
    return new PlaceCode(index, "item", path, null);
  }

  static String path(Keyword keyword) {
    return "/" + keyword.site().keyword();
  }

  static String path(Keyword keyword, String name) {
    return path(keyword) + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The same place, where the way goes from one schema to another. */
  PlaceCode entering(Unit from, Unit to) {
    boolean below = to.key().equals(from.key().child(path));
    return below ? this : new PlaceCode(part, method, path, to.key());
  }

  /** The same place, after following a reference that has nothing beside it. */
  PlaceCode following(Keyword.Reference reference, Unit target) {
    return new PlaceCode(part, method, path + path(reference), target.key());
  }

  /**
   * The expression.
   *
   * @param named whether what is called says itself which schema it is
   */
  CodeBlock code(boolean named) {
    CodeBlock.Builder code = CodeBlock.builder().add("found");
    if (part != null) {
      code.add(".$L($L, $L)", method, part, Literals.text(path));
    } else if (!path.isEmpty()) {
      code.add(".$L($L)", method, Literals.text(path));
    }
    if (location != null && !named) {
      code.add(".in($L)", Literals.text(location.toString()));
    }
    return code.build();
  }
}
