package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.schema.Site;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes OpenAPI's {@code discriminator} at its word: each alternative requires the property, and
 * its value is one that the mapping has for that alternative, or the alternative's own name.
 * OpenAPI calls it a hint; records and validators take it as a rule, so that they agree.
 *
 * @param schemas where references lead
 */
record Discriminators(SchemaSet schemas) {

  /** Nodes of alternatives, saying what the discriminator of their parent says. */
  Map<SchemaKey, SchemaNode> implied() {
    Map<SchemaKey, SchemaNode> implied = new LinkedHashMap<>();
    for (SchemaNode node : schemas.nodes().values()) {
      node.find(Keyword.Discriminator.class)
          .ifPresent(discriminator -> add(discriminator, arms(node), implied));
    }
    return implied;
  }

  private static List<SchemaKey> arms(SchemaNode node) {
    return node.find(Keyword.OneOf.class)
        .map(Keyword.OneOf::schemas)
        .or(() -> node.find(Keyword.AnyOf.class).map(Keyword.AnyOf::schemas))
        .orElse(List.of());
  }

  private void add(
      Keyword.Discriminator discriminator,
      List<SchemaKey> arms,
      Map<SchemaKey, SchemaNode> implied) {
    List<List<String>> names = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    for (SchemaKey arm : arms) {
      SchemaNode node = schemas.node(arm);
      List<String> values = values(discriminator, node);
      // Alternatives in place have no name; theirs have to say the value themselves.
      if (values.isEmpty() || !values.stream().allMatch(all::add) || saysMore(node)) {
        return;
      }
      names.add(values);
    }
    for (int i = 0; i < arms.size(); i++) {
      add(discriminator, schemas.node(arms.get(i)), names.get(i), implied);
    }
  }

  private static boolean saysMore(SchemaNode node) {
    return node.has(Keyword.Properties.class) || node.has(Keyword.Required.class);
  }

  private List<String> values(Keyword.Discriminator discriminator, SchemaNode arm) {
    if (!arm.has(Keyword.Reference.class)) {
      return List.of();
    }
    SchemaKey target = schemas.resolve(arm).key();
    String name = target.pointer().isEmpty() ? name(target.resource()) : target.lastSegment();
    List<String> values = new ArrayList<>();
    discriminator
        .mapping()
        .forEach(
            (value, reference) -> {
              if (name(reference).equals(name)) {
                values.add(value);
              }
            });
    return values.isEmpty() ? List.of(name) : values;
  }

  /** What a reference ends in: {@code #/components/schemas/Dog} and {@code dog.json} name dogs. */
  private static String name(String reference) {
    String last =
        reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1);
    return last.replaceFirst("[.](?:json|ya?ml)$", "");
  }

  private static void add(
      Keyword.Discriminator discriminator,
      SchemaNode arm,
      List<String> names,
      Map<SchemaKey, SchemaNode> implied) {
    String property = discriminator.property();
    SchemaKey key = arm.key().child("/properties/" + escaped(property));
    List<JsonValue> values = new ArrayList<>();
    names.forEach(name -> values.add(new JsonString(name)));
    Keyword value =
        values.size() == 1
            ? new Keyword.Const(site(discriminator, "const"), values.get(0))
            : new Keyword.Enum(site(discriminator, "enum"), values);
    implied.put(key, new SchemaNode(key, arm.location(), arm.dialect(), List.of(value)));
    Collection<Keyword> keywords = new ArrayList<>(arm.keywords());
    keywords.add(new Keyword.Required(site(discriminator, "required"), List.of(property)));
    keywords.add(new Keyword.Properties(site(discriminator, "properties"), Map.of(property, key)));
    implied.put(
        arm.key(), new SchemaNode(arm.key(), arm.location(), arm.dialect(), List.copyOf(keywords)));
  }

  private static Site site(Keyword.Discriminator discriminator, String keyword) {
    return new Site(keyword, discriminator.site().location());
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
