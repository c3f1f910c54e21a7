package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which Java type each schema has. A type must hold every value its schema lets through,
 * and write it again so that it still fits; where no class does that, the value stays JSON, and a
 * note says so.
 */
final class TypeDerivation {

  private static final String RULE = "no-java-type";

  final ShapeReader shapes;
  final JavaNames names;
  final Diagnostics found;
  final Map<TypeId, Declaration> declarations = new TreeMap<>(TypeId.ORDER);
  final Map<ClassName, Identifier> identifiers = new LinkedHashMap<>();

  private final Map<SchemaKey, TopLevel> tops;
  private final Map<String, TypeId> declared = new LinkedHashMap<>();
  private final Set<String> inProgress = new LinkedHashSet<>();
  private final ObjectTypes objects = new ObjectTypes(this);
  private final ArrayTypes arrays = new ArrayTypes(this);
  private final UnionTypes unions = new UnionTypes(this);
  private int lastId;

  TypeDerivation(
      SchemaSet schemas, JavaNames names, Map<SchemaKey, TopLevel> tops, Diagnostics found) {
    this.shapes = new ShapeReader(schemas);
    this.names = names;
    this.tops = tops;
    this.found = found;
  }

  TypeId newId() {
    return new TypeId(++lastId);
  }

  /** The type of a value that newer and older minors describe; the newest first. */
  Element element(List<View> views, Place place) {
    Element typed = typed(views, place);
    boolean sensitive =
        typed.sensitive() || new Sensitivity(shapes).hides(typed.type(), views.get(0));
    return new Element(typed.type(), typed.nullable(), sensitive);
  }

  private Element typed(List<View> views, Place place) {
    View view = views.get(0);
    Shape shape = shapes.read(view);
    JavaType existing = ExistingTypes.of(shape.annotations, found);
    if (existing != null) {
      return new Element(existing, shape.allowsNull(), false);
    }
    List<SchemaKey> ends = shapes.resolved(view.keys());
    if (ends.size() == 1 && !place.root() && view.settled().isEmpty() && view.only() == null) {
      TopLevel top = tops.get(ends.get(0));
      if (top != null && top.serves(views, this)) {
        return top.element(this);
      }
    }
    View resolved = view.onto(ends);
    Shape.Choice nullChoice = nullChoice(shape);
    if (nullChoice != null) {
      Element inner =
          element(
              List.of(resolved.with(nullChoice, valueArm(nullChoice))),
              place.describedBy(
                  Stream.concat(ends.stream(), Stream.of(valueArm(nullChoice))).toList()));
      return new Element(
          inner.type(),
          allowsNull(view, new LinkedHashSet<>()) && inner.type() != JavaType.JSON,
          inner.sensitive());
    }
    List<View> all = new java.util.ArrayList<>(views);
    all.set(0, resolved);
    String identity = place.home() + "|" + all + "|" + place.judgedText();
    TypeId known = declared.get(identity);
    boolean nullable = allowsNull(view, new LinkedHashSet<>());
    if (known != null && place.reserved() == null) {
      return new Element(new JavaType.Declared(known), nullable, false);
    }
    if (!inProgress.add(identity)) {
      return json(shape, "it refers to itself with no object in between");
    }
    try {
      JavaType type = decide(all, shape, place, id -> declared.put(identity, id));
      return new Element(type, nullable && type != JavaType.JSON, false);
    } finally {
      inProgress.remove(identity);
    }
  }

  private JavaType decide(
      List<View> views, Shape shape, Place place, java.util.function.Consumer<TypeId> declares) {
    if (shape.dynamic) {
      return json(shape, "a dynamic reference decides what it is").type();
    }
    if (shape.values == null && !shape.choices.isEmpty()) {
      list(shape);
    }
    if (shape.values != null) {
      return new EnumTypes(this).of(views.get(0), shape, place, declares);
    }
    if (!shape.typesGiven && !shape.choices.isEmpty()) {
      narrow(views.get(0), shape);
    }
    JsonType only = shape.onlyType();
    if (only == null || only == JsonType.OBJECT) {
      JavaType union = unions.of(views, shape, place, declares);
      if (union != null) {
        return union;
      }
    }
    if (only == null) {
      return undecided(shape);
    }
    if (only == JsonType.STRING && shape.annotations.identifier != null) {
      return identifier(shape);
    }
    return switch (only) {
      case OBJECT -> objects.of(views, shape, place, declares);
      case ARRAY -> arrays.of(views, shape, place, declares);
      default -> new JavaType.Scalar(ScalarTypes.of(only, shape, place.judgedText()));
    };
  }

  /** Alternatives that are a value each are a list of values, whose words are the arms'. */
  private void list(Shape shape) {
    List<JsonValue> values = new ArrayList<>();
    Map<JsonValue, String> words = new LinkedHashMap<>();
    for (SchemaKey arm : shape.choices.get(0).arms()) {
      Shape alternative = shapes.read(View.of(List.of(arm)));
      if (alternative.values == null) {
        return;
      }
      values.addAll(alternative.values);
      alternative.values.forEach(
          value -> words.putIfAbsent(value, alternative.annotations.documentation()));
    }
    shape.values = values.stream().distinct().toList();
    shape.valueWords.putAll(words);
  }

  /** Alternatives that are all of one type make that the type. */
  private void narrow(View view, Shape shape) {
    Set<JsonType> types = java.util.EnumSet.noneOf(JsonType.class);
    for (SchemaKey arm : shape.choices.get(0).arms()) {
      Shape alternative = shapes.read(view.with(shape.choices.get(0), arm));
      if (!alternative.typesGiven) {
        return;
      }
      types.addAll(alternative.types);
    }
    shape.types = types;
    shape.typesGiven = true;
    shape.textJudged = true;
  }

  /** Whether null fits, as far as types and alternatives decide. */
  boolean allowsNull(View view, Set<View> seen) {
    if (seen.size() > 200 || !seen.add(view)) {
      return false;
    }
    Shape shape = shapes.read(view);
    return shape.allowsNull()
        && shape.choices.stream()
            .allMatch(
                choice ->
                    choice.arms().stream()
                        .anyMatch(arm -> allowsNull(view.with(choice, arm), seen)));
  }

  private JavaType undecided(Shape shape) {
    if (!shape.properties.isEmpty() && !shape.typesGiven) {
      return json(
              shape,
              "it has properties, but any value that is no object fits as well; say type: object")
          .type();
    }
    if (shape.typesGiven && !shape.isNullOnly() || !shape.choices.isEmpty()) {
      return json(shape, "its alternatives cannot be told apart by looking at a value").type();
    }
    // The schema says nothing, so nobody expects a type.
    return JavaType.JSON;
  }

  private JavaType identifier(Shape shape) {
    ClassName name =
        names.identifier(java.util.Objects.requireNonNull(shape.annotations.identifier).typeName());
    identifiers.merge(
        name,
        new Identifier(shape.annotations.documentation(), shape.annotations.sensitive),
        Identifier::or);
    return new JavaType.Identifier(name);
  }

  /** Any JSON, and a note that says why. */
  Element json(Shape shape, String reason) {
    note(shape, "this value has no sound Java type and stays JsonValue: " + reason);
    return Element.ANY;
  }

  void note(Shape shape, String message) {
    found.add(new Diagnostic(shape.location, Severity.NOTE, RULE, message));
  }

  /** The place of a type to declare: a file of its own, if the schema names a package for it. */
  Place settled(Place place, Shape shape) {
    ClassName pinned = ExistingTypes.pinned(said(place, shape).javaType, new Diagnostics());
    return place.reserved() != null || pinned == null || pinned.packageName().isEmpty()
        ? place
        : Place.top(pinned, newId()).describedBy(place.words());
  }

  Header header(TypeId id, Shape shape, Place place, List<SchemaKey> keys) {
    boolean top = place.reserved() != null;
    Annotations words =
        shapes.read(View.of(place.words().isEmpty() ? keys : place.words())).annotations;
    return new Header(
        id,
        place.home(),
        top,
        place.wanted(),
        top ? null : place.parent(),
        words.documentation(),
        words.deprecated,
        words.sensitive || shapes.read(View.of(keys)).annotations.sensitive,
        ExistingTypes.interfaces(said(place, shape).interfaces, found),
        shape.location,
        pinned(shape, place));
  }

  /** What is said of a type, and not of all kinds of what it is one kind of. */
  private Annotations said(Place place, Shape shape) {
    if (place.kind()) {
      return new Annotations();
    }
    return place.words().isEmpty()
        ? shape.annotations
        : shapes.read(View.of(place.words())).annotations;
  }

  private @Nullable String pinned(Shape shape, Place place) {
    JavaHint.JavaType said = said(place, shape).javaType;
    ClassName pinned = ExistingTypes.pinned(said, found);
    if (said == null || pinned == null || place.reserved() == null) {
      return pinned == null ? null : pinned.simpleName();
    } else if (pinned.equals(place.home())) {
      return pinned.canonicalName();
    }
    found.warning(
        said.site().location(),
        "java-type",
        "the class of this schema is "
            + place.home().canonicalName()
            + ", since others find it by that name; javaType counts for the types within it.");
    return null;
  }

  private Shape.@Nullable Choice nullChoice(Shape shape) {
    for (Shape.Choice choice : shape.choices) {
      List<SchemaKey> values = choice.arms().stream().filter(arm -> !isNullOnly(arm)).toList();
      if (values.size() == 1) {
        return choice;
      }
    }
    return null;
  }

  private SchemaKey valueArm(Shape.Choice choice) {
    return choice.arms().stream().filter(arm -> !isNullOnly(arm)).findFirst().orElseThrow();
  }

  boolean isNullOnly(SchemaKey arm) {
    return shapes.read(View.of(List.of(arm))).isNullOnly();
  }
}
