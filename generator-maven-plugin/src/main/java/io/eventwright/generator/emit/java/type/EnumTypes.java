package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Constant;
import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Types of values that a schema lists. */
record EnumTypes(TypeDerivation derivation) {

  /** The initialisers of more constants than this do not fit a class. */
  private static final int MAX_CONSTANTS = 1_000;

  JavaType of(View view, Shape shape, Place met, Consumer<TypeId> declares) {
    List<JsonValue> values =
        Objects.requireNonNull(shape.values).stream().filter(v -> v != JsonNull.NULL).toList();
    List<String> strings = shape.strings();
    if (values.isEmpty()) {
      return JavaType.JSON;
    }
    if (strings == null || shape.onlyType() != JsonType.STRING && shape.typesGiven) {
      ScalarKind kind = ScalarTypes.ofValues(values);
      return kind == ScalarKind.JSON
          ? derivation.json(shape, "it lists values of several types").type()
          : new JavaType.Scalar(kind);
    }
    if (shape.annotations.identifier != null || shape.constant) {
      return new JavaType.Scalar(ScalarKind.STRING);
    }
    if (strings.stream().anyMatch(LongText::isOne)) {
      derivation.note(shape, "a listed value has no place in a class file, so this stays a String");
      return new JavaType.Scalar(ScalarKind.STRING);
    }
    if (strings.size() > MAX_CONSTANTS) {
      derivation.note(
          shape, "more than " + MAX_CONSTANTS + " values are listed, so this stays a plain String");
      return new JavaType.Scalar(ScalarKind.STRING);
    }
    Place place = derivation.settled(met, shape);
    TypeId id = place.reserved() != null ? place.reserved() : derivation.newId();
    declares.accept(id);
    Header header = derivation.header(id, shape, place, view.keys());
    derivation.declarations.put(id, new Declaration.OpenEnum(header, constants(strings, shape)));
    return new JavaType.Declared(id);
  }

  private List<Constant> constants(List<String> strings, Shape shape) {
    Set<String> taken = JavaNames.taken("UNKNOWN");
    List<Constant> constants = new ArrayList<>();
    List<String> all = strings.stream().distinct().toList();
    for (int i = 0; i < all.size(); i++) {
      String value = all.get(i);
      String wanted = given(i, shape);
      String name = wanted == null ? JavaNames.constantName(value) : wanted;
      String unique = JavaNames.unique(name, taken);
      if (!unique.equals(name)) {
        derivation.found.warning(
            shape.location,
            "name-collision",
            "the value "
                + ExistingTypes.quoted(value)
                + " becomes the constant "
                + unique
                + ", since "
                + name
                + " is taken; choose names with javaEnumNames.");
      }
      constants.add(new Constant(value, unique, words(i, value, shape)));
    }
    return constants;
  }

  private @Nullable String given(int position, Shape shape) {
    String name = null;
    JavaHint.JavaEnums enums = shape.annotations.enums;
    JavaHint.JavaEnumNames names = shape.annotations.enumNames;
    Keyword source = null;
    if (enums != null && position < enums.constants().size()) {
      name = enums.constants().get(position).name();
      source = enums;
    }
    if (name == null && names != null && position < names.names().size()) {
      name = names.names().get(position);
      source = names;
    }
    if (name != null && source != null && !JavaNames.isIdentifier(name)) {
      derivation.found.error(
          source.site().location(),
          "java-name",
          ExistingTypes.quoted(name) + " is no name of a Java constant.");
      return null;
    }
    return name;
  }

  private static String words(int position, String value, Shape shape) {
    JavaHint.JavaEnums enums = shape.annotations.enums;
    if (enums == null || position >= enums.constants().size()) {
      return shape.valueWords.getOrDefault(new JsonString(value), "");
    }
    JavaHint.JavaEnum constant = enums.constants().get(position);
    return constant.description() != null
        ? constant.description()
        : Objects.requireNonNullElse(constant.title(), "");
  }
}
