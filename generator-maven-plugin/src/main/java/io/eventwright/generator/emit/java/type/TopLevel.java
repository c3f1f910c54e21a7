package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema that has a file of its own, and the one type that all who refer to it share. */
final class TopLevel {

  private final RootType root;
  private @Nullable TypeId id;
  private boolean referred;
  private @Nullable Element element;

  TopLevel(RootType root) {
    this.root = root;
  }

  ClassName name() {
    return root.name();
  }

  /** Whether those who see it in these versions see the type as it is. */
  boolean serves(List<View> views, TypeDerivation derivation) {
    List<SchemaKey> ends = derivation.shapes.resolved(root.versions());
    return views.stream()
            .map(View::keys)
            .map(derivation.shapes::resolved)
            .allMatch(
                keys ->
                    keys.equals(List.of(derivation.shapes.resolved(List.of(root.newest())).get(0))))
        && ends.size() == 1;
  }

  /** The type; derived at the first call. */
  Element element(TypeDerivation derivation) {
    if (element != null) {
      return element;
    }
    if (id != null) {
      // In the midst of deriving it: who refers to it gets the class, even if it only wraps.
      referred = true;
      return new Element(new JavaType.Declared(id), false, false);
    }
    TypeId own = derivation.newId();
    id = own;
    List<View> views = new ArrayList<>();
    for (int i = root.versions().size() - 1; i >= 0; i--) {
      views.add(View.of(List.of(root.versions().get(i))));
    }
    Shape shape = derivation.shapes.read(views.get(0));
    Place place = Place.top(root.name(), own);
    boolean nullable = derivation.allowsNull(views.get(0), new LinkedHashSet<>());
    Element derived = derivation.element(views, nullable ? place.wrapped() : place);
    if (!derived.type().equals(new JavaType.Declared(own)) && (root.always() || referred)) {
      wrap(derived, shape, derivation, place, own);
    }
    element = derived;
    return derived;
  }

  private void wrap(
      Element inner, Shape shape, TypeDerivation derivation, Place place, TypeId own) {
    Component value =
        new Component(
            "",
            "value",
            inner.type(),
            inner.nullable() ? Presence.NULLABLE : Presence.REQUIRED,
            null,
            "the value",
            false,
            inner.sensitive() || shape.annotations.sensitive,
            shape.location);
    derivation.declarations.put(
        own,
        new Declaration.ValueRecord(
            derivation.header(own, shape, place, List.of(root.newest())), value));
  }
}
