package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds schemas that must all hold into one {@link Shape}, following references and {@code allOf}.
 *
 * @param schemas where references lead
 */
record ShapeReader(SchemaSet schemas) {

  /** The shape of a view with at least one schema. */
  Shape read(View view) {
    Shape shape = read(view.keys(), view.settled(), new LinkedHashSet<>());
    if (view.only() != null) {
      shape.types = both(shape.types, EnumSet.of(view.only()));
      shape.typesGiven = true;
    }
    return shape;
  }

  private Shape read(List<SchemaKey> keys, Set<Keyword> settled, Set<SchemaKey> judging) {
    Shape shape = new Shape(schemas.node(keys.get(0)).location(), judging);
    Set<SchemaKey> seen = new LinkedHashSet<>();
    keys.forEach(key -> visit(key, shape, seen));
    shape.choices.removeIf(choice -> settled.contains(choice.keyword()));
    shape.conditional |= !shape.choices.isEmpty();
    return shape;
  }

  /** The schemas at the ends of mere references. */
  List<SchemaKey> resolved(List<SchemaKey> keys) {
    Set<SchemaKey> ends = new LinkedHashSet<>();
    keys.forEach(key -> ends.add(schemas.resolve(schemas.node(key)).key()));
    return List.copyOf(ends);
  }

  /** Whether it is the schema {@code false}. */
  boolean refusesAll(SchemaKey key) {
    return schemas.resolve(schemas.node(key)).refusesAll();
  }

  private void visit(SchemaKey key, Shape shape, Set<SchemaKey> seen) {
    if (!seen.add(key)) {
      return;
    }
    SchemaNode node = schemas.node(key);
    // What a schema says of itself counts before what it refers to says.
    node.all(Keyword.Annotation.class).forEach(shape.annotations::add);
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Assertion assertion) {
        read(assertion, shape);
      } else if (keyword instanceof Keyword.Reference reference) {
        visit(reference.target(), shape, seen);
      } else if (keyword instanceof Keyword.AllOf all) {
        all.schemas().forEach(each -> visit(each, shape, seen));
      } else if (keyword instanceof Keyword.Applicator applicator) {
        read(applicator, shape);
      }
    }
  }

  private static void read(Keyword.Assertion assertion, Shape shape) {
    if (assertion instanceof Keyword.Refused) {
      shape.refused = true;
    } else if (assertion instanceof Keyword.Type type) {
      shape.types = both(shape.types, type.types());
      shape.typesGiven = true;
    } else if (assertion instanceof Keyword.Enum values) {
      shape.values = common(shape.values, values.values());
      shape.textJudged = true;
    } else if (assertion instanceof Keyword.Const value) {
      shape.values = common(shape.values, List.of(value.value()));
      shape.constant = true;
      shape.textJudged = true;
    } else if (assertion instanceof Keyword.Minimum minimum) {
      shape.minimum = larger(shape.minimum, minimum.value());
    } else if (assertion instanceof Keyword.Maximum maximum) {
      shape.maximum = smaller(shape.maximum, maximum.value());
    } else if (assertion instanceof Keyword.Format format && format.asserted()) {
      // Two formats at once leave the text as it is.
      shape.format = shape.format == null ? format.format() : "";
    } else if (assertion instanceof Keyword.Pattern
        || assertion instanceof Keyword.MinLength
        || assertion instanceof Keyword.MaxLength) {
      shape.textJudged = true;
    } else {
      readSizes(assertion, shape);
    }
  }

  private static void readSizes(Keyword.Assertion assertion, Shape shape) {
    if (assertion instanceof Keyword.Required required) {
      shape.required.addAll(required.names());
    } else if (assertion instanceof Keyword.MinItems least) {
      shape.minItems = Math.max(shape.minItems, least.value());
    } else if (assertion instanceof Keyword.MaxItems most) {
      shape.maxItems = Math.min(shape.maxItems, most.value());
    } else if (assertion instanceof Keyword.UniqueItems) {
      shape.unique = true;
    }
  }

  private void read(Keyword.Applicator applicator, Shape shape) {
    if (applicator instanceof Keyword.Properties properties) {
      properties.schemas().forEach((name, key) -> addProperty(name, key, shape));
    } else if (applicator instanceof Keyword.PatternProperties patterns) {
      shape.patterns.putAll(patterns.schemas());
    } else if (applicator instanceof Keyword.UnevaluatedProperties rest) {
      shape.unevaluatedRefused |= refusesAll(rest.schema());
    } else if (applicator instanceof Keyword.AdditionalProperties additional) {
      shape.additional.add(additional.schema());
    } else if (applicator instanceof Keyword.PrefixItems prefix) {
      shape.prefixes.add(prefix.schemas());
    } else if (applicator instanceof Keyword.Items items) {
      shape.items.add(items.schema());
    } else if (applicator instanceof Keyword.OneOf one) {
      choose(new Shape.Choice(one.schemas(), one), shape);
    } else if (applicator instanceof Keyword.AnyOf any) {
      choose(new Shape.Choice(any.schemas(), any), shape);
    } else if (applicator instanceof Keyword.DynamicReference) {
      shape.dynamic = true;
      shape.conditional = true;
    } else {
      readConditions(applicator, shape);
    }
  }

  private void addProperty(String name, SchemaKey key, Shape shape) {
    shape.properties.computeIfAbsent(name, n -> new ArrayList<>()).add(key);
    SchemaNode node = schemas.resolve(schemas.node(key));
    List<JsonValue> values =
        node.find(Keyword.Const.class)
            .map(constant -> List.of(constant.value()))
            .or(() -> node.find(Keyword.Enum.class).map(Keyword.Enum::values))
            .orElse(List.of());
    if (!values.isEmpty() && values.stream().allMatch(JsonString.class::isInstance)) {
      // Of two constraints the one in the alternative itself, which comes later, is narrower.
      shape.tags.put(name, values.stream().map(v -> ((JsonString) v).value()).toList());
    }
  }

  private void choose(Shape.Choice choice, Shape shape) {
    shape.choices.add(choice);
    choice.arms().forEach(arm -> judge(arm, shape));
  }

  private void readConditions(Keyword.Applicator applicator, Shape shape) {
    if (applicator instanceof Keyword.IfThenElse choice) {
      shape.conditional = true;
      judge(choice.condition(), shape);
      judge(choice.then(), shape);
      judge(choice.otherwise(), shape);
    } else if (applicator instanceof Keyword.Not not) {
      judge(not.schema(), shape);
    } else if (applicator instanceof Keyword.DependentSchemas dependent) {
      shape.conditional = true;
      dependent.schemas().values().forEach(key -> judge(key, shape));
    } else if (applicator instanceof Keyword.Contains) {
      // Which items fit depends on their very text.
      shape.unique = true;
    }
  }

  /** Notes what a condition looks at: the text of such a property must stay as it came. */
  private void judge(@Nullable SchemaKey key, Shape shape) {
    if (key == null || !shape.judging.add(key)) {
      return;
    }
    Shape condition = read(List.of(key), Set.of(), shape.judging);
    condition.properties.forEach((name, keys) -> judgeProperty(name, keys, shape));
    shape.judged.addAll(condition.judged);
    shape.secrets.addAll(condition.secrets);
    shape.textJudged |= condition.textJudged;
  }

  private void judgeProperty(String name, List<SchemaKey> keys, Shape shape) {
    if (new Sensitivity(this).anywhere(keys)) {
      shape.secrets.add(name);
    }
    boolean text =
        keys.stream().map(schemas::node).map(schemas::resolve).anyMatch(ShapeReader::judgesText);
    if (text) {
      shape.judged.add(name);
    }
  }

  private static boolean judgesText(SchemaNode node) {
    return node.keywords().stream()
        .anyMatch(
            keyword ->
                keyword instanceof Keyword.Applicator
                    || keyword instanceof Keyword.Enum
                    || keyword instanceof Keyword.Const
                    || keyword instanceof Keyword.Pattern
                    || keyword instanceof Keyword.MinLength
                    || keyword instanceof Keyword.MaxLength);
  }

  private static Set<JsonType> both(Set<JsonType> some, Set<JsonType> others) {
    Set<JsonType> both = EnumSet.noneOf(JsonType.class);
    for (JsonType type : some) {
      if (others.contains(type)) {
        both.add(type);
      } else if (type == JsonType.NUMBER && others.contains(JsonType.INTEGER)
          || type == JsonType.INTEGER && others.contains(JsonType.NUMBER)) {
        both.add(JsonType.INTEGER);
      }
    }
    return both;
  }

  private static List<JsonValue> common(@Nullable List<JsonValue> some, List<JsonValue> others) {
    if (some == null) {
      return others;
    }
    Collection<JsonValue> kept = new ArrayList<>(some);
    kept.retainAll(others);
    return List.copyOf(kept);
  }

  private static BigDecimal larger(@Nullable BigDecimal known, BigDecimal other) {
    return known == null ? other : known.max(other);
  }

  private static BigDecimal smaller(@Nullable BigDecimal known, BigDecimal other) {
    return known == null ? other : known.min(other);
  }
}
