package io.eventwright.generator.load.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaLoaderTest {

  private static Checked<SchemaSet> load(String... filesAndTexts) {
    List<SchemaSource> sources = new ArrayList<>();
    for (int i = 0; i < filesAndTexts.length; i += 2) {
      sources.add(SchemaSource.ofText(filesAndTexts[i], filesAndTexts[i + 1]));
    }
    return SchemaLoader.load(sources, LoaderOptions.forEvents());
  }

  private static List<String> messages(String... filesAndTexts) {
    return load(filesAndTexts).diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aMisspeltKeywordIsAnErrorWithItsPlace() {
    assertEquals(
        List.of(
            "order.json:2:3: error [unknown-keyword] propertis is no keyword of draft2020-12. A"
                + " keyword of your own starts with x-. Did you mean properties?"),
        messages("order.json", "{\n  \"propertis\": {}\n}"));
  }

  @Test
  void aKeywordOfAnotherDialectIsNamedSo() {
    String message =
        messages(
                "a.json",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"unevaluatedProperties\":false}")
            .get(0);
    assertTrue(message.contains("is a keyword of draft2019-09, draft2020-12"), message);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    List<String> found =
        messages(
            "a.json",
            "{\"type\":\"strin\",\"minLength\":-1,\"pattern\":\"(\",\"$ref\":\"b.json\"}",
            "b.yaml",
            "type: 5\n");
    assertEquals(5, found.size(), String.join("\n", found));
    assertTrue(found.get(0).contains("Did you mean string?"), found.get(0));
    assertTrue(found.get(3).contains("events:import"), found.get(3));
    assertTrue(found.get(4).startsWith("b.yaml:1:7: error [invalid-keyword]"), found.get(4));
  }

  @Test
  void referencesAreFoundByIdAndByFileInAnyOrder() {
    SchemaSet set =
        load(
                "events/a.json",
                "{\"properties\":{\"x\":{\"$ref\":\"../types/money.yaml#/$defs/amount\"},"
                    + "\"y\":{\"$ref\":\"https://example.com/other\"}}}",
                "types/other.json",
                "{\"$id\":\"https://example.com/other\",\"$ref\":\"money.yaml\"}",
                "types/money.yaml",
                "$defs: {amount: {type: integer}}\ntype: object\n")
            .value();
    SchemaNode root = set.root("events/a.json").orElseThrow();
    Keyword.Properties properties = root.find(Keyword.Properties.class).orElseThrow();
    SchemaNode x = set.resolve(set.node(properties.schemas().get("x")));
    SchemaNode y = set.resolve(set.node(properties.schemas().get("y")));
    assertEquals(Set.of(JsonType.INTEGER), x.find(Keyword.Type.class).orElseThrow().types());
    assertEquals("types/money.yaml", y.location().file());
  }

  @Test
  void olderDialectsAreFolded() {
    SchemaSet set =
        load(
                "a.json",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"minimum\":1,"
                    + "\"exclusiveMinimum\":true,\"items\":[{}],\"additionalItems\":{\"type\":\"null\"},"
                    + "\"dependencies\":{\"a\":[\"b\"],\"c\":{\"minProperties\":2}}}",
                "b.json",
                "{\"$schema\":\"https://spec.openapis.org/oas/3.0/schema/2021-09-28\","
                    + "\"type\":\"string\",\"nullable\":true}")
            .value();
    SchemaNode root = set.root("a.json").orElseThrow();
    assertEquals(Dialect.DRAFT_4, root.dialect());
    assertTrue(root.find(Keyword.Minimum.class).orElseThrow().exclusive());
    assertEquals(1, root.find(Keyword.PrefixItems.class).orElseThrow().schemas().size());
    assertTrue(root.has(Keyword.Items.class));
    assertTrue(root.has(Keyword.DependentRequired.class));
    assertTrue(root.has(Keyword.DependentSchemas.class));
    assertEquals(
        Set.of(JsonType.STRING, JsonType.NULL),
        set.root("b.json").orElseThrow().find(Keyword.Type.class).orElseThrow().types());
  }

  @Test
  void circlesAreValuesButNotOfOneValue() {
    assertTrue(
        load("a.json", "{\"properties\":{\"next\":{\"$ref\":\"#\"}}}").diagnostics().isEmpty());
    List<String> found = messages("a.json", "{\"allOf\":[{\"$ref\":\"#\"}]}");
    assertEquals(1, found.size());
    assertTrue(found.get(0).contains("[reference-loop]"));
  }

  @Test
  void theMetaschemasAreKnown() {
    for (Dialect dialect : Dialect.values()) {
      if (dialect == Dialect.OPENAPI_3_0) {
        continue;
      }
      Checked<SchemaSet> loaded = load("a.json", "{\"$ref\":\"" + dialect.metaschema() + "\"}");
      assertFalse(loaded.hasErrors(), () -> loaded.diagnostics().toString());
      SchemaSet set = loaded.value();
      assertEquals(dialect, set.node(new SchemaKey(dialect.metaschema(), "")).dialect());
    }
  }
}
