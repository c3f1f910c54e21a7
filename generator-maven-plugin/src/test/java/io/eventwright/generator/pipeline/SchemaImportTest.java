package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code events:import} makes resolvable, what it refuses, and where it never writes. */
class SchemaImportTest {

  private static final String ID = "https://schemas.example.org/common/gift.json";
  private static final String FILE = "https_schemas.example.org_common_gift.json";

  @TempDir Path base;
  private Path schemas;
  private Path downloads;

  @BeforeEach
  void folders() throws IOException {
    schemas = base.resolve("src/main/events/schemas");
    downloads = Files.createDirectories(base.resolve("downloads"));
  }

  @Test
  void anUnresolvedReferenceIsImportedAndThenGenerates() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    referToGift();

    assertNamesImport(GenerationPipeline.generate(request));
    Path compiled = base.resolve("compiled");
    SchemaCompilation compilation =
        new SchemaCompilation(schemas, compiled, "com.example", false, false, Set.of());
    assertNamesImport(compilation.run());

    download("gift.json", gift(ID));
    download("unused.json", "{\"$id\": \"urn:example:unused\", \"type\": \"object\"}");
    GenerationResult imported = run(null, false);
    assertEquals(List.of(), imported.diagnostics());
    assertEquals(
        List.of(
            "_imported/" + FILE + ": written, for " + ID,
            "_imported/urn_example_unused.json: written, for urn:example:unused",
            "No reference is missing."),
        imported.summary());

    GenerationResult generated = GenerationPipeline.generate(request);
    assertFalse(generated.isRefused(), () -> generated.diagnostics().toString());
    GenerationResult recompiled = compilation.run();
    assertFalse(recompiled.isRefused(), () -> recompiled.diagnostics().toString());
    for (Path folder : List.of(request.javaOutput(), compiled)) {
      assertTrue(java(folder).contains("wrapping"), "the imported property is in " + folder);
      assertFalse(java(folder).contains("Unused"), "what nothing refers to is in " + folder);
    }
  }

  @Test
  void whatIsMissingStillIsAWarning() throws IOException {
    download(
        "a.json",
        "{\"$id\": \"https://schemas.example.org/a\", \"$schema\": \"https://example.org/meta\","
            + " \"properties\": {\"b\": {\"$ref\": \"b#/$defs/c\"}}}");
    GenerationResult imported = run(null, false);
    assertEquals(List.of("unknown-dialect", "unresolved-reference"), rules(imported));
    assertFalse(imported.isRefused());
    assertTrue(imported.summary().get(1).startsWith("2 still missing"));
  }

  @Test
  void anotherContentIsOnlyReplacedOnDemandAndTheSameIsLeft() throws IOException {
    download("gift.json", gift(ID));
    run(null, false);
    assertEquals(
        List.of("_imported/" + FILE + ": nothing changed, for " + ID, "No reference is missing."),
        run(null, false).summary());

    Path mine = schemas.resolve("_imported/" + FILE);
    Files.writeString(mine, "{\"$id\": \"" + ID + "\"}");
    GenerationResult refused = run(null, false);
    assertEquals(List.of("import-exists"), rules(refused));
    assertEquals("_imported/" + FILE, refused.diagnostics().get(0).location().file());
    assertEquals("{\"$id\": \"" + ID + "\"}", Files.readString(mine));

    assertEquals("_imported/" + FILE + ": replaced, for " + ID, run(null, true).summary().get(0));
    assertEquals(gift(ID), Files.readString(mine));
  }

  @Test
  void aDocumentWithoutAnIdIsGivenOneAndItIsSaid() throws IOException {
    download("gift.json", "{\n  \"type\": \"object\"\n}");
    assertRefused("import-id", null);
    assertRefused("import-id", "common/gift.json");
    assertRefused("import-id", ID + "#part");
    assertRefused("import-id", "https://example.org/\"");
    assertEquals(
        "_imported/" + FILE + ": written, for " + ID + ", with this id written into it",
        run(ID, false).summary().get(0));
    assertEquals(
        "{\"$id\": \"" + ID + "\",\n  \"type\": \"object\"\n}",
        Files.readString(schemas.resolve("_imported/" + FILE)));
  }

  @Test
  void inDraft4TheIdIsWrittenAsThatDraftReadsIt() throws IOException {
    download("gift.json", "{\"$schema\": \"http://json-schema.org/draft-04/schema#\"}");
    run(ID, false);
    assertTrue(
        Files.readString(schemas.resolve("_imported/" + FILE))
            .startsWith("{\"id\": \"" + ID + "\",\"$schema\""));
  }

  @Test
  void anIdIsForASingleDocumentThatHasNone() throws IOException {
    download("gift.json", gift(ID));
    assertRefused("import-id", "https://example.org/other");
    download("other.json", "{}");
    assertRefused("import-id", "https://example.org/other");
  }

  @Test
  void whatIsNoSchemaOrHasNoAbsoluteIdIsRefused() throws IOException {
    for (String text : List.of("[]", "7")) {
      download("gift.json", text);
      assertRefused("no-schema", null);
    }
    download("gift.json", "{\"$id\": ");
    assertRefused("invalid-json", null);
    download("gift.json", "{\"$id\": \"" + ID + "\", \"colour\": 1}");
    assertRefused("unknown-keyword", null);
    for (String id : List.of("gift.json", "/gift.json", "schema:/x", "#x", "https://a b", "")) {
      download("gift.json", gift(id));
      assertRefused("import-id", null);
    }
    download("gift.json", gift("https://json-schema.org/draft/2020-12/schema"));
    assertRefused("import-id", null);
    download("gift.json", "true");
    assertRefused("import-id", null);
    Files.delete(downloads.resolve("gift.json"));
    assertRefused("nothing-to-import", null);
  }

  @Test
  void idsThatAreTakenAreRefused() throws IOException {
    download("gift.json", gift(ID));
    download("same.json", gift(ID));
    assertRefused("duplicate-id", null);

    Files.delete(downloads.resolve("same.json"));
    Path other = Files.createDirectories(schemas.resolve("_types")).resolve("gift.json");
    Files.writeString(other, gift(ID));
    GenerationResult refused = run(null, true);
    assertEquals(List.of("duplicate-id"), rules(refused));
    assertEquals("gift.json", refused.diagnostics().get(0).location().file());
    assertTrue(refused.diagnostics().get(0).message().contains("_types/gift.json"));
  }

  @Test
  void namesThatDifferInCaseOnlyAreRefused() throws IOException {
    download("gift.json", gift(ID));
    run(null, false);
    download("gift.json", gift("https://schemas.example.org/common/GIFT.json"));
    assertEquals(List.of("import-name"), rules(run(null, false)));
    download("other.json", gift(ID));
    assertTrue(rules(run(null, false)).contains("import-name"));
  }

  @Test
  void noIdLeadsOutOfTheFolder() throws IOException {
    List<String> ids =
        List.of(
            "https://example.org/../../../../escape",
            "https://example.org/..%2f..%2fescape",
            "file:///etc/passwd",
            "urn:../../escape",
            "x:1.0",
            "https://example.org/" + "long/".repeat(300));
    for (int i = 0; i < ids.size(); i++) {
      download(i + ".json", gift(ids.get(i)));
    }
    GenerationResult imported = run(null, false);
    assertEquals(List.of(), imported.diagnostics());
    try (Stream<Path> files = Files.walk(base).filter(Files::isRegularFile)) {
      List<Path> written = files.filter(file -> !file.startsWith(downloads)).toList();
      assertEquals(ids.size(), written.size());
      for (Path file : written) {
        assertEquals(schemas.resolve("_imported"), file.getParent());
        assertTrue(file.getFileName().toString().length() <= 125);
      }
    }
  }

  @Test
  void linksAreNotFollowedOutOfTheSource() throws IOException {
    Path secret = Files.writeString(base.resolve("secret.json"), gift(ID));
    Files.createSymbolicLink(downloads.resolve("gift.json"), secret);
    assertRefused("outside-input", null);
  }

  @Test
  void theOutputIsAFolderThatHoldsNoEvents() throws IOException {
    download("gift.json", gift(ID));
    assertEquals(
        List.of("import-folder"),
        rules(new SchemaImport(downloads, schemas.resolve("imported"), null, false).run()));
    assertFalse(Files.exists(schemas));
  }

  private void referToGift() throws IOException {
    Path event = schemas.resolve("order-placed/2.0.json");
    String text = Files.readString(event);
    String changed =
        text.replaceFirst(
            "\"properties\": \\{", "\"properties\": {\n \"gift\": {\"\\$ref\": \"" + ID + "\"},");
    assertFalse(text.equals(changed));
    Files.writeString(event, changed);
  }

  private static void assertNamesImport(GenerationResult result) {
    List<Diagnostic> errors = result.diagnostics().stream().filter(Diagnostic::isError).toList();
    assertTrue(
        errors.stream()
            .anyMatch(
                each ->
                    each.ruleId().equals("unresolved-reference")
                        && each.message().contains(ID)
                        && each.message().contains("events:import")),
        errors::toString);
  }

  private void assertRefused(String rule, @Nullable String id) throws IOException {
    GenerationResult result = run(id, false);
    assertEquals(List.of(rule), rules(result), () -> result.diagnostics().toString());
    assertTrue(result.isRefused());
    assertFalse(Files.exists(schemas), "something was written in spite of errors");
  }

  private GenerationResult run(@Nullable String id, boolean replace) throws IOException {
    return new SchemaImport(downloads, schemas.resolve("_imported"), id, replace).run();
  }

  private static List<String> rules(GenerationResult result) {
    return result.diagnostics().stream().map(Diagnostic::ruleId).sorted().toList();
  }

  private void download(String file, String text) throws IOException {
    Files.writeString(downloads.resolve(file), text);
  }

  private static String gift(String id) {
    return "{\"$id\": \""
        + id
        + "\", \"type\": \"object\", \"properties\": {\"wrapping\": {\"type\": \"string\"}}}";
  }

  private static String java(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(file.getFileName()).append('\n').append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
