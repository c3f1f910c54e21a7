package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.schema.ImportSource;
import io.eventwright.generator.load.schema.ImportTarget;
import io.eventwright.generator.load.schema.ImportedSchema;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.write.UserFileWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From schemas of someone else's, which the user has read, to a copy among the schemas of a system:
 *
 * <ol>
 *   <li><b>load</b>: files to documents with an id
 *   <li><b>check</b>: all schemas as they will be, linked
 *   <li><b>write</b>: a file for each, named by its id, which is the user's from then on
 * </ol>
 *
 * <p>Nothing is fetched: who can change what an address answers could change what is generated.
 *
 * @param source a file or a folder
 * @param output the folder of imported schemas, in the folder of all schemas
 * @param id the id of a single document that has none
 * @param replace whether what was imported before with another content is replaced
 */
public record SchemaImport(Path source, Path output, @Nullable String id, boolean replace) {

  /**
   * Imports; nothing is written when there is an error.
   *
   * @throws IOException when the disk fails, or something that is not ours is in the way
   */
  public GenerationResult run() throws IOException {
    Diagnostics found = new Diagnostics();
    Path folder = output.toAbsolutePath().normalize();
    Path schemas = folder.getParent();
    String name = String.valueOf(folder.getFileName());
    if (schemas == null || !name.startsWith("_")) {
      found.error(
          SourceLocation.ofFile(name),
          "import-folder",
          "events.output must be a folder whose name begins with an underscore, such as"
              + " schemas/_imported: all others hold events.");
      return new GenerationResult(found.list(), List.of());
    }
    List<ImportedSchema> imported = found.take(ImportSource.read(source, id)).valueOrNull();
    if (imported == null) {
      return new GenerationResult(found.list(), List.of());
    }
    found.take(ImportTarget.check(schemas, name, imported));
    return write(new UserFileWriter(folder), name, imported, found);
  }

  private GenerationResult write(
      UserFileWriter writer, String folder, List<ImportedSchema> imported, Diagnostics found)
      throws IOException {
    List<GeneratedFile> files =
        imported.stream()
            .map(each -> GeneratedFile.ofBytes(each.fileName(), each.content()))
            .toList();
    List<String> conflicts = writer.conflicts(files);
    if (!replace) {
      for (String path : conflicts) {
        String place = folder + "/" + path;
        found.error(
            SourceLocation.ofFile(place),
            "import-exists",
            "This was imported before, with another content. Compare the two, then replace it with"
                + " events.replace.");
      }
    }
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<String> written = writer.write(files);
    List<String> summary = new ArrayList<>();
    for (ImportedSchema each : imported) {
      String how = "nothing changed";
      if (written.contains(each.fileName())) {
        how = conflicts.contains(each.fileName()) ? "replaced" : "written";
      }
      String given = id == null ? "" : ", with this id written into it";
      summary.add(folder + "/" + each.fileName() + ": " + how + ", for " + each.id() + given);
    }
    long missing =
        found.list().stream().filter(each -> each.severity() == Severity.WARNING).count();
    summary.add(
        missing == 0
            ? "No reference is missing."
            : missing + " still missing; see the warnings. Import those documents, too.");
    return new GenerationResult(found.list(), summary);
  }
}
