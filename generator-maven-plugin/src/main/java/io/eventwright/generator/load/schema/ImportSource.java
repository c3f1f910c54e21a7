package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.model.schema.SchemaKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the schemas that a user has and wants to import: a file, or all below a folder. */
public final class ImportSource {

  private static final int LONGEST_ID = 2_000;

  /** The characters of a URI (RFC 3986, section 2); its scheme first, and no fragment. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?@!$&'()*+,;=%\\[\\]-]+");

  private final @Nullable String givenId;
  private final Diagnostics found = new Diagnostics();

  private ImportSource(@Nullable String givenId) {
    this.givenId = givenId;
  }

  /**
   * Reads them.
   *
   * @param source a file, which is JSON unless it ends in {@code .yaml} or {@code .yml}; or a
   *     folder
   * @param givenId the id of a single JSON document that has none; it is written into it
   * @return those that can be imported, beside the reasons why others cannot
   * @throws IOException when the disk fails
   */
  public static Checked<List<ImportedSchema>> read(Path source, @Nullable String givenId)
      throws IOException {
    return new ImportSource(givenId).read(source);
  }

  private Checked<List<ImportedSchema>> read(Path source) throws IOException {
    SourceLocation label = SourceLocation.ofFile(String.valueOf(source.getFileName()));
    List<SchemaSource> documents = List.of();
    if (Files.isRegularFile(source)) {
      documents = List.of(SchemaSource.ofFile(label.file(), Files.readAllBytes(source)));
    } else if (Files.isDirectory(source)) {
      documents = found.take(SchemaFolder.sources(source)).value();
    }
    if (documents.isEmpty() && !found.hasErrors()) {
      found.error(
          label,
          "nothing-to-import",
          "There is no schema here. events.source names a file, or a folder of .json, .yaml or"
              + " .yml files; nothing is ever fetched, so download a document first, and read it.");
    }
    if (givenId != null && documents.size() > 1) {
      found.error(label, "import-id", "events.id is for a single document; name one file.");
      return Checked.failed(found);
    }
    List<ImportedSchema> schemas = new ArrayList<>();
    documents.forEach(document -> read(document, schemas));
    refuseSameIds(schemas);
    return found.hasErrors() ? Checked.failed(found) : Checked.of(schemas, found);
  }

  private void read(SchemaSource document, List<ImportedSchema> schemas) {
    SourceLocation start = SourceLocation.ofFile(document.file());
    if (found.take(Documents.read(document.file(), document.content())).hasErrors()) {
      return;
    }
    Checked<String> own = resource(document);
    String id = own.valueOrNull();
    if (id == null) {
      found.take(own);
      return;
    }
    byte[] content = document.content();
    if (givenId != null) {
      if (!isImportable(givenId)) {
        found.error(
            start, "import-id", "events.id is no absolute URI without fragment: " + givenId);
        return;
      }
      if (!id.equals(document.uri())) {
        found.error(
            start,
            "import-id",
            "The document has the id "
                + id
                + " already; leave events.id out, or edit the document.");
        return;
      }
      String text = withId(document, givenId);
      if (text == null) {
        found.error(
            start,
            "import-id",
            "An id can only be written into a JSON object that has none and, before 2019-09, no"
                + " $ref beside it. Edit the document.");
        return;
      }
      content = text.getBytes(StandardCharsets.UTF_8);
      id = givenId;
    }
    if (!isImportable(id)) {
      found.error(
          start,
          "import-id",
          "The document has no absolute $id (id in draft 4) that references could find it by."
              + " Write one, or name it with events.id when it is the only document.");
    } else if (SchemaLibrary.standard().find(id).isPresent()) {
      found.error(start, "import-id", id + " is a metaschema that is known already.");
    } else {
      String name = ImportedSchema.fileName(id, ending(document.file()));
      schemas.add(new ImportedSchema(document.file(), id, name, content));
    }
  }

  /** What the loader calls a document: its id, else the address of its file. */
  private static Checked<String> resource(SchemaSource document) {
    var set = SchemaLoader.load(List.of(document), LoaderOptions.forEvents());
    SchemaKey root = set.valueOrNull() == null ? null : set.value().roots().get(document.file());
    return new Checked<>(root == null ? null : root.resource(), set.diagnostics());
  }

  private static boolean isImportable(String id) {
    return id.length() <= LONGEST_ID
        && ABSOLUTE.matcher(id).matches()
        && !id.toLowerCase(Locale.ROOT).startsWith("schema:");
  }

  /** The document with an id as its first member, all else on its line; null when it cannot be. */
  private static @Nullable String withId(SchemaSource document, String id) {
    String text = new String(document.content(), StandardCharsets.UTF_8);
    int first = text.indexOf('{') + 1;
    if (first == 0 || !ending(document.file()).equals(".json")) {
      return null;
    }
    String rest = text.substring(first);
    String comma = rest.stripLeading().startsWith("}") ? "" : ",";
    // Which of the two it is depends on the draft, and a draft ignores the other's.
    for (String keyword : List.of("$id", "id")) {
      String member = "\"" + keyword + "\": \"" + id + "\"" + comma;
      String changed = text.substring(0, first) + member + rest;
      SchemaSource tried =
          new SchemaSource(
              document.file(), document.uri(), changed.getBytes(StandardCharsets.UTF_8));
      if (id.equals(resource(tried).valueOrNull())) {
        return changed;
      }
    }
    return null;
  }

  private static String ending(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? ".yaml" : ".json";
  }

  private void refuseSameIds(List<ImportedSchema> schemas) {
    Map<String, ImportedSchema> byId = new HashMap<>();
    // Some file systems fold case: two names that differ only there would be one file.
    Map<String, ImportedSchema> byName = new HashMap<>();
    for (ImportedSchema schema : schemas) {
      SourceLocation start = SourceLocation.ofFile(schema.source());
      ImportedSchema same = byId.putIfAbsent(schema.id(), schema);
      ImportedSchema near = byName.putIfAbsent(schema.fileName().toLowerCase(Locale.ROOT), schema);
      if (same != null) {
        found.error(
            start,
            "duplicate-id",
            "The id "
                + schema.id()
                + " is also that of "
                + same.source()
                + ". Import one of them.");
      } else if (near != null) {
        found.error(
            start,
            "import-name",
            schema.id() + " and " + near.id() + " would become the same file. Import one of them.");
      }
    }
  }
}
