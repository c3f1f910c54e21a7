package io.eventwright.generator.model.schema;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One keyword of a schema, as JSON Schema 2020-12 would say it: older dialects are folded into
 * these records, {@link Site#keyword()} still tells the name in the document.
 */
public sealed interface Keyword {

  /** Where the keyword stands. */
  Site site();

  /** The schemas that this keyword applies to the same value; not those for its parts. */
  default List<SchemaKey> inPlace() {
    return List.of();
  }

  /** The schemas that this keyword applies to the value or to its parts. */
  default List<SchemaKey> applied() {
    return inPlace();
  }

  /** Speaks of the value itself. */
  sealed interface Assertion extends Keyword {}

  /** Applies other schemas to the value or to parts of it. */
  sealed interface Applicator extends Keyword {}

  /** Says something that no verdict depends on; not sealed, so that {@link JavaHint} may be one. */
  non-sealed interface Annotation extends Keyword {}

  /** The schema {@code false}. */
  record Refused(Site site) implements Assertion {}

  /** {@code type}; OpenAPI's {@code nullable} adds {@code null}. */
  record Type(Site site, Set<JsonType> types) implements Assertion {
    public Type {
      types = Collections.unmodifiableSet(new LinkedHashSet<>(types));
    }
  }

  /** {@code enum}. */
  record Enum(Site site, List<JsonValue> values) implements Assertion {
    public Enum {
      values = List.copyOf(values);
    }
  }

  /** {@code const}. */
  record Const(Site site, JsonValue value) implements Assertion {}

  /** {@code minimum} or {@code exclusiveMinimum}. */
  record Minimum(Site site, BigDecimal value, boolean exclusive) implements Assertion {}

  /** {@code maximum} or {@code exclusiveMaximum}. */
  record Maximum(Site site, BigDecimal value, boolean exclusive) implements Assertion {}

  /** {@code multipleOf}, above zero. */
  record MultipleOf(Site site, BigDecimal value) implements Assertion {}

  /** {@code minLength} in code points; like all counts saturated at {@link Integer#MAX_VALUE}. */
  record MinLength(Site site, int value) implements Assertion {}

  /** {@code maxLength} in code points. */
  record MaxLength(Site site, int value) implements Assertion {}

  /** {@code pattern}, an ECMA-262 expression that is found anywhere in the string. */
  record Pattern(Site site, String regex) implements Assertion {}

  /**
   * {@code format}.
   *
   * @param asserted whether a value that is not in the format is refused
   */
  record Format(Site site, String format, boolean asserted) implements Assertion {}

  /** {@code minItems}. */
  record MinItems(Site site, int value) implements Assertion {}

  /** {@code maxItems}. */
  record MaxItems(Site site, int value) implements Assertion {}

  /** {@code uniqueItems: true}. */
  record UniqueItems(Site site) implements Assertion {}

  /** {@code prefixItems}, or an older dialect's {@code items} with an array. */
  record PrefixItems(Site site, List<SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return schemas;
    }

    public PrefixItems {
      schemas = List.copyOf(schemas);
    }
  }

  /** {@code items}, or an older dialect's {@code additionalItems}: what is after the prefix. */
  record Items(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /**
   * {@code contains} with {@code minContains} and {@code maxContains}.
   *
   * @param min how many items must fit; 1 when the schema does not say
   * @param max how many may, null when any number
   * @param minSite where {@code minContains} stands, null when it is not given
   * @param maxSite where {@code maxContains} stands, null when it is not given
   */
  record Contains(
      Site site,
      SchemaKey schema,
      int min,
      @Nullable Integer max,
      @Nullable Site minSite,
      @Nullable Site maxSite)
      implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /** {@code unevaluatedItems}. */
  record UnevaluatedItems(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /** {@code minProperties}. */
  record MinProperties(Site site, int value) implements Assertion {}

  /** {@code maxProperties}. */
  record MaxProperties(Site site, int value) implements Assertion {}

  /** {@code required}; never empty. */
  record Required(Site site, List<String> names) implements Assertion {
    public Required {
      names = List.copyOf(names);
    }
  }

  /** {@code dependentRequired}, or {@code dependencies} with names. */
  record DependentRequired(Site site, Map<String, List<String>> names) implements Assertion {
    public DependentRequired {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }
  }

  /** {@code dependentSchemas}, or {@code dependencies} with schemas. */
  record DependentSchemas(Site site, Map<String, SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return List.copyOf(schemas.values());
    }

    public DependentSchemas {
      schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }
  }

  /** {@code properties}. */
  record Properties(Site site, Map<String, SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.copyOf(schemas.values());
    }

    public Properties {
      schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }
  }

  /** {@code patternProperties}, by ECMA-262 expression. */
  record PatternProperties(Site site, Map<String, SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.copyOf(schemas.values());
    }

    public PatternProperties {
      schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }
  }

  /** {@code additionalProperties}. */
  record AdditionalProperties(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /** {@code propertyNames}. */
  record PropertyNames(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /** {@code unevaluatedProperties}. */
  record UnevaluatedProperties(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> applied() {
      return List.of(schema);
    }
  }

  /** {@code allOf}. */
  record AllOf(Site site, List<SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return schemas;
    }

    public AllOf {
      schemas = List.copyOf(schemas);
    }
  }

  /** {@code anyOf}. */
  record AnyOf(Site site, List<SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return schemas;
    }

    public AnyOf {
      schemas = List.copyOf(schemas);
    }
  }

  /** {@code oneOf}. */
  record OneOf(Site site, List<SchemaKey> schemas) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return schemas;
    }

    public OneOf {
      schemas = List.copyOf(schemas);
    }
  }

  /** {@code not}. */
  record Not(Site site, SchemaKey schema) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return List.of(schema);
    }
  }

  /** {@code if} with {@code then} and {@code else}; each of the two may be absent. */
  record IfThenElse(
      Site site, SchemaKey condition, @Nullable SchemaKey then, @Nullable SchemaKey otherwise)
      implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return Stream.of(condition, then, otherwise).filter(Objects::nonNull).toList();
    }
  }

  /** {@code $ref}; also {@code $dynamicRef} where the dynamic scope cannot matter. */
  record Reference(Site site, SchemaKey target) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return List.of(target);
    }
  }

  /**
   * {@code $dynamicRef} or {@code $recursiveRef}.
   *
   * @param target what it names when no outer resource has the anchor
   * @param anchor the dynamic anchor that is looked for; empty for {@code $recursiveRef}
   */
  record DynamicReference(Site site, SchemaKey target, String anchor) implements Applicator {
    @Override
    public List<SchemaKey> inPlace() {
      return List.of(target);
    }
  }

  /** {@code title}. */
  record Title(Site site, String text) implements Annotation {}

  /** {@code description}. */
  record Description(Site site, String text) implements Annotation {}

  /** {@code $comment}. */
  record Comment(Site site, String text) implements Annotation {}

  /** {@code default}. */
  record Default(Site site, JsonValue value) implements Annotation {}

  /** {@code examples}, or OpenAPI's {@code example}. */
  record Examples(Site site, List<JsonValue> values) implements Annotation {
    public Examples {
      values = List.copyOf(values);
    }
  }

  /** {@code deprecated: true}. */
  record Deprecated(Site site) implements Annotation {}

  /** {@code readOnly: true}. */
  record ReadOnly(Site site) implements Annotation {}

  /** {@code writeOnly: true}. */
  record WriteOnly(Site site) implements Annotation {}

  /** {@code contentEncoding}. */
  record ContentEncoding(Site site, String encoding) implements Annotation {}

  /** {@code contentMediaType}. */
  record ContentMediaType(Site site, String mediaType) implements Annotation {}

  /** {@code contentSchema}; as an annotation it is the schema's own text. */
  record ContentSchema(Site site, SchemaKey schema, JsonValue text) implements Annotation {}

  /** OpenAPI's {@code discriminator}; the mapping is from value to reference, as written. */
  record Discriminator(Site site, String property, Map<String, String> mapping)
      implements Annotation {
    public Discriminator {
      mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    }
  }

  /** {@code x-id}: the name of a typed identifier. */
  record IdentifierType(Site site, String typeName) implements Annotation {}

  /** {@code x-sensitive: true}. */
  record Sensitive(Site site) implements Annotation {}

  /** {@code x-subject}: whose the document is, {@code player by playerId}. */
  record Subject(Site site, String kind, List<String> path) implements Annotation {
    public Subject {
      path = List.copyOf(path);
    }
  }

  /** {@code x-accept}: which warnings of an event are meant, and why. */
  record Accept(Site site, List<Acceptance> acceptances) implements Annotation {
    public Accept {
      acceptances = List.copyOf(acceptances);
    }
  }

  /**
   * One entry of {@code x-accept}.
   *
   * @param rule the rule that would complain
   * @param reason why that is meant to be so; what the author wrote, perhaps nothing
   * @param location where the rule's name starts
   */
  record Acceptance(String rule, String reason, SourceLocation location) {}

  /** {@code x-renamed-from}: the property's former names. */
  record RenamedFrom(Site site, List<String> names) implements Annotation {
    public RenamedFrom {
      names = List.copyOf(names);
    }
  }

  /**
   * A keyword that says nothing to us: one that starts with {@code x-}, or any where allowed; also
   * {@code readOnly: false} and its like.
   */
  record Extension(Site site, JsonValue value) implements Annotation {}
}
