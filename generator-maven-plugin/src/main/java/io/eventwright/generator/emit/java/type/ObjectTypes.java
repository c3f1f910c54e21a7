package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.FixedMember;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Types of objects: records, and maps where the names are data. */
record ObjectTypes(TypeDerivation derivation) {

  /**
   * A constructor has 255 slots: a long takes two, the record itself, and its leftovers one each.
   */
  private static final int MAX_SLOTS = 250;

  /** A class has room for 65,535 constants (JVMS 4.1), and each member takes about ten. */
  private static final int MAX_MEMBERS = 4_000;

  JavaType of(List<View> views, Shape shape, Place met, Consumer<TypeId> declares) {
    Place place = derivation.settled(met, shape);
    if (shape.properties.isEmpty() && place.reserved() == null
        || shape.properties.isEmpty() && isMap(shape)) {
      return map(shape, met);
    }
    if (shape.properties.size() > MAX_MEMBERS) {
      return tooWide(shape);
    }
    TypeId id = place.reserved() != null ? place.reserved() : derivation.newId();
    declares.accept(id);
    Set<String> taken = JavaNames.taken();
    List<Member> members = members(views, shape, place.below(id, ""), taken);
    Leftover leftover = leftover(shape, place.below(id, "value"), taken);
    Header header = derivation.header(id, shape, place, views.get(0).keys());
    derivation.declarations.put(
        id, new Declaration.ObjectRecord(header, members, leftover, slots(shape) > MAX_SLOTS));
    return new JavaType.Declared(id);
  }

  private static boolean isMap(Shape shape) {
    return !shape.additional.isEmpty() || !shape.patterns.isEmpty();
  }

  private int slots(Shape shape) {
    int slots = 0;
    for (String name : shape.properties.keySet()) {
      boolean whole =
          derivation.shapes.read(View.of(shape.properties.get(name))).onlyType()
              == JsonType.INTEGER;
      slots += whole && shape.required.contains(name) ? 2 : 1;
    }
    return slots;
  }

  private JavaType tooWide(Shape shape) {
    derivation.note(
        shape,
        "a class has room for about "
            + MAX_MEMBERS
            + " members and this object has "
            + shape.properties.size()
            + " properties, so it stays a map of JsonValue; group what belongs together.");
    return new JavaType.MapOf(Element.ANY);
  }

  private JavaType map(Shape shape, Place place) {
    List<SchemaKey> others = shape.additional;
    boolean closed = others.stream().anyMatch(derivation.shapes::refusesAll);
    List<View> values = new ArrayList<>();
    shape.patterns.values().forEach(key -> values.add(View.of(List.of(key))));
    // Without additionalProperties, names that no pattern has may hold anything.
    if (!closed && !others.isEmpty()) {
      values.add(View.of(others));
    } else if (!closed || values.isEmpty()) {
      return new JavaType.MapOf(Element.ANY);
    }
    List<Element> elements = new ArrayList<>();
    for (View value : values) {
      Place below =
          new Names(derivation).from(value, place.inner(ArrayTypes.singular(place.wanted())));
      elements.add(derivation.element(List.of(value), below.judged(!shape.judged.isEmpty())));
    }
    if (elements.stream().distinct().count() == 1) {
      return new JavaType.MapOf(elements.get(0));
    }
    derivation.note(
        shape, "its values are of several types, by their names, so it is a map of JsonValue.");
    return new JavaType.MapOf(Element.ANY);
  }

  private Leftover leftover(Shape shape, Place place, Set<String> taken) {
    boolean typed =
        shape.additional.size() == 1
            && shape.patterns.isEmpty()
            && shape.choices.isEmpty()
            && !derivation.shapes.refusesAll(shape.additional.get(0));
    if (typed) {
      View value = View.of(shape.additional);
      Element element =
          derivation.element(List.of(value), new Names(derivation).from(value, place));
      if (element.type() != JavaType.JSON) {
        return new Leftover(JavaNames.unique("additionalProperties", taken), element);
      }
    }
    return new Leftover(JavaNames.unique("unknownFields", taken), null);
  }

  private List<Member> members(List<View> views, Shape shape, Place place, Set<String> taken) {
    List<Member> members = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    views.forEach(view -> shapes.add(derivation.shapes.read(view)));
    for (String name : shape.properties.keySet()) {
      if (LongText.isOne(name)) {
        derivation.note(
            shape,
            "a property's name of "
                + name.length()
                + " characters has no place in a class file; the property is kept among the unknown"
                + " fields.");
      } else if (shape.properties.get(name).stream().noneMatch(derivation.shapes::refusesAll)) {
        members.add(member(name, shapes, place, taken));
      }
    }
    return members;
  }

  private Member member(String name, List<Shape> shapes, Place place, Set<String> taken) {
    List<View> views = new ArrayList<>();
    boolean required = true;
    for (Shape shape : shapes) {
      List<SchemaKey> keys = shape.properties.get(name);
      if (keys != null) {
        views.add(View.of(keys));
      }
      required &= shape.required.contains(name);
    }
    Shape property = derivation.shapes.read(views.get(0));
    String javaName = javaName(name, property, taken);
    String fixed = required ? fixed(views) : null;
    if (fixed != null) {
      return new FixedMember(name, javaName, fixed, property.annotations.documentation());
    }
    Place at =
        new Names(derivation)
            .from(views.get(0), place.named(name))
            .judged(shapes.get(0).judged.contains(name));
    Element element = derivation.element(views, at);
    return new Component(
        name,
        javaName,
        element.type(),
        presence(required, element.nullable()),
        property.annotations.defaultValue,
        property.annotations.documentation(),
        property.annotations.deprecated,
        element.sensitive() || shapes.stream().anyMatch(shape -> shape.secrets.contains(name)),
        property.location);
  }

  /** The one string that all versions allow, null when there is none. */
  private @Nullable String fixed(List<View> views) {
    String fixed = null;
    for (View view : views) {
      Shape shape = derivation.shapes.read(view);
      List<String> strings = shape.strings();
      if (!shape.constant
          || strings == null
          || strings.size() != 1
          || shape.values.size() != 1
          || fixed != null && !fixed.equals(strings.get(0))) {
        return null;
      }
      fixed = strings.get(0);
    }
    return fixed;
  }

  private static Presence presence(boolean required, boolean nullable) {
    if (required) {
      return nullable ? Presence.NULLABLE : Presence.REQUIRED;
    }
    return nullable ? Presence.MAYBE : Presence.OPTIONAL;
  }

  private String javaName(String name, Shape property, Set<String> taken) {
    String wanted = JavaNames.memberName(name);
    if (property.annotations.javaName != null) {
      String given = property.annotations.javaName.name();
      if (JavaNames.isIdentifier(given) && JavaNames.memberName(given).equals(given)) {
        wanted = given;
      } else {
        derivation.found.error(
            property.annotations.javaName.site().location(),
            "java-name",
            ExistingTypes.quoted(given) + " cannot be the name of a record's component.");
      }
    }
    String unique = JavaNames.unique(wanted, taken);
    if (!unique.equals(wanted)) {
      derivation.found.warning(
          property.location,
          "name-collision",
          "the property "
              + ExistingTypes.quoted(name)
              + " becomes the component "
              + unique
              + ", since "
              + wanted
              + " is taken; choose a name with javaName.");
    }
    return unique;
  }
}
