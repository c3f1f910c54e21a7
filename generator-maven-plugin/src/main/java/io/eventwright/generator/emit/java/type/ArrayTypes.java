package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsonschema2pojo.util.Inflector;
import org.jspecify.annotations.Nullable;

/** Types of arrays: lists, and records where positions have meanings. */
record ArrayTypes(TypeDerivation derivation) {

  JavaType of(List<View> views, Shape shape, Place place, Consumer<TypeId> declares) {
    if (shape.prefixes.isEmpty()) {
      return new JavaType.ListOf(item(views, shape, place));
    }
    List<SchemaKey> prefix = shape.prefixes.get(0);
    if (shape.prefixes.size() > 1 || shape.minItems < prefix.size() || prefix.size() > 200) {
      derivation.note(
          shape,
          "the items of this array have meanings by position, but not all must be there; it stays"
              + " a list of JsonValue. Say minItems: "
              + prefix.size()
              + " for a record.");
      return new JavaType.ListOf(Element.ANY);
    }
    return tuple(views.get(0), shape, prefix, place, declares);
  }

  private Element item(List<View> views, Shape shape, Place place) {
    List<View> items = new ArrayList<>();
    for (View view : views) {
      Shape each = derivation.shapes.read(view);
      if (!each.items.isEmpty() && each.prefixes.isEmpty()) {
        items.add(View.of(each.items));
      }
    }
    if (shape.items.isEmpty() || shape.items.stream().anyMatch(derivation.shapes::refusesAll)) {
      return Element.ANY;
    }
    Place below = place.inner(singular(place.wanted())).judged(shape.unique || shape.textJudged);
    return derivation.element(items, new Names(derivation).from(items.get(0), below));
  }

  private JavaType tuple(
      View view, Shape shape, List<SchemaKey> prefix, Place met, Consumer<TypeId> declares) {
    Place place = derivation.settled(met, shape);
    TypeId id = place.reserved() != null ? place.reserved() : derivation.newId();
    declares.accept(id);
    Set<String> taken = JavaNames.taken();
    List<Component> items = new ArrayList<>();
    for (int i = 0; i < prefix.size(); i++) {
      Shape item = derivation.shapes.read(View.of(List.of(prefix.get(i))));
      String wanted = wanted(item, i);
      Element element = element(prefix.get(i), place.below(id, wanted).judged(shape.unique));
      items.add(component(wanted, element, item, taken));
    }
    Component rest = rest(shape, prefix.size(), place.below(id, "rest"), taken);
    Header header = derivation.header(id, shape, place, view.keys());
    derivation.declarations.put(id, new Declaration.TupleRecord(header, items, rest));
    return new JavaType.Declared(id);
  }

  private static String wanted(Shape item, int position) {
    if (item.annotations.javaName != null
        && JavaNames.isIdentifier(item.annotations.javaName.name())) {
      return item.annotations.javaName.name();
    }
    String title = item.annotations.title;
    return title == null || title.length() > 30 ? "item" + (position + 1) : title;
  }

  private Element element(SchemaKey key, Place place) {
    View view = View.of(List.of(key));
    return derivation.element(List.of(view), new Names(derivation).from(view, place));
  }

  private static Component component(
      String wanted, Element element, Shape shape, Set<String> taken) {
    return new Component(
        "",
        JavaNames.unique(JavaNames.memberName(wanted), taken),
        element.type(),
        element.nullable() ? Presence.NULLABLE : Presence.REQUIRED,
        null,
        shape.annotations.documentation(),
        shape.annotations.deprecated,
        element.sensitive(),
        shape.location);
  }

  private @Nullable Component rest(Shape shape, int size, Place place, Set<String> taken) {
    boolean closed =
        shape.maxItems <= size || shape.items.stream().anyMatch(derivation.shapes::refusesAll);
    if (closed) {
      return null;
    }
    Element element =
        shape.items.isEmpty()
            ? Element.ANY
            : derivation.element(List.of(View.of(shape.items)), place.judged(shape.unique));
    return component(
        "rest",
        new Element(new JavaType.ListOf(element), false, element.sensitive()),
        shape,
        taken);
  }

  static String singular(String name) {
    String singular = Inflector.getInstance().singularize(name);
    return singular.equals(name) ? name + "-item" : singular;
  }
}
