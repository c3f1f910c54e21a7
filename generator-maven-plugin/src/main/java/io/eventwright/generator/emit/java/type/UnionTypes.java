package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Types of alternatives: sealed interfaces, where an alternative can be told by a look. */
record UnionTypes(TypeDerivation derivation) {

  private record Alternative(View view, List<SchemaKey> words) {}

  /** The union; null when there is none, or its arms cannot be told apart. */
  @Nullable JavaType of(List<View> views, Shape shape, Place met, Consumer<TypeId> declares) {
    List<Alternative> alternatives = alternatives(views.get(0), shape);
    if (alternatives.size() < 2) {
      return null;
    }
    List<Shape> arms =
        alternatives.stream().map(Alternative::view).map(derivation.shapes::read).toList();
    if (shape.isObject() && !addProperties(shape, arms)) {
      // The alternatives only say more of what the object already is.
      return null;
    }
    UnionArms told = UnionArms.tell(arms, derivation.shapes);
    if (told == null) {
      if (shape.isObject()) {
        derivation.note(
            shape,
            "its alternatives cannot be told apart by looking at a value; "
                + (shape.properties.isEmpty()
                    ? "it stays a map of JsonValue."
                    : "what they add is kept among the unknown fields.")
                + " Give each a required property with a const of its own, or close each with"
                + " additionalProperties: false.");
      }
      return null;
    }
    Place place = derivation.settled(met, shape);
    TypeId id = place.reserved() != null ? place.reserved() : derivation.newId();
    declares.accept(id);
    return declare(id, views.get(0), shape, place, alternatives, told);
  }

  private JavaType declare(
      TypeId id,
      View view,
      Shape shape,
      Place place,
      List<Alternative> alternatives,
      UnionArms told) {
    Set<String> wrappers = JavaNames.taken("Unknown");
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      Alternative alternative = alternatives.get(i);
      List<String> keys = told.keys().get(i);
      String wanted = wanted(alternative, told.by(), keys);
      Place below = place.below(id, wanted).describedBy(alternative.words());
      boolean kind = alternative.view().only() != null;
      Element element =
          derivation.element(List.of(alternative.view()), kind ? below.kindOf() : below);
      boolean direct = isRecordOf(element.type(), place);
      String wrapper =
          direct ? null : JavaNames.unique(JavaNames.typeName(wanted + "-value"), wrappers);
      arms.add(new Arm(element.type(), keys, wrapper, element.sensitive()));
    }
    Header header = derivation.header(id, shape, place, view.keys());
    derivation.declarations.put(id, new Declaration.Union(header, told.by(), arms));
    return new JavaType.Declared(id);
  }

  private boolean isRecordOf(JavaType type, Place place) {
    if (!(type instanceof JavaType.Declared declared)) {
      return false;
    }
    Declaration declaration = derivation.declarations.get(declared.id());
    return declaration instanceof Declaration.ObjectRecord record
        && record.header().home().equals(place.home())
        && !record.header().top();
  }

  private String wanted(Alternative alternative, Discrimination by, List<String> keys) {
    SchemaSet schemas = derivation.shapes.schemas();
    SchemaNode arm = schemas.node(alternative.words().get(0));
    Optional<Keyword.Reference> reference = arm.find(Keyword.Reference.class);
    if (reference.isPresent() && !(by instanceof Discrimination.ByType)) {
      SchemaNode target = schemas.node(reference.get().target());
      return new Names(derivation).of(schemas.resolve(target).key());
    }
    Shape words = derivation.shapes.read(View.of(alternative.words()));
    if (words.annotations.title != null && words.annotations.title.length() <= 40) {
      return words.annotations.title;
    }
    // A class of its own must not be called String.
    return !(by instanceof Discrimination.ByProperty) && keys.get(0).equals("string")
        ? "text"
        : keys.get(0);
  }

  /** The alternatives of the first choice, or of the types; those that are null only left out. */
  private List<Alternative> alternatives(View view, Shape shape) {
    List<Alternative> alternatives = new ArrayList<>();
    if (!shape.choices.isEmpty()) {
      Shape.Choice choice = shape.choices.get(0);
      for (SchemaKey arm : choice.arms()) {
        if (!derivation.isNullOnly(arm) && !derivation.shapes.refusesAll(arm)) {
          alternatives.add(new Alternative(view.with(choice, arm), List.of(arm)));
        }
      }
      return alternatives;
    }
    if (shape.typesGiven) {
      for (JsonType type : shape.valueTypes()) {
        alternatives.add(new Alternative(view.only(type), view.keys()));
      }
    }
    return alternatives;
  }

  private static boolean addProperties(Shape shape, List<Shape> arms) {
    return arms.stream()
            .anyMatch(arm -> !shape.properties.keySet().containsAll(arm.properties.keySet()))
        || shape.properties.isEmpty();
  }
}
