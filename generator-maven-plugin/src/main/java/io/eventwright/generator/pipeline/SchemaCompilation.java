package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.data.FolderRoots;
import io.eventwright.generator.emit.java.data.JavaData;
import io.eventwright.generator.emit.java.data.JavaTypesEmitter;
import io.eventwright.generator.emit.java.data.NullMarkedPackages;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaFolder;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.write.OutputWriter;
import io.eventwright.generator.write.WriteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder of schemas, with no system around it, to records, codecs and validators:
 *
 * <ol>
 *   <li><b>load</b>: files to linked schemas
 *   <li><b>emit</b>: a record, a codec and validators for each
 *   <li><b>write</b>: only what changed; what is no longer generated is removed
 * </ol>
 *
 * @param source the folder of schemas, anywhere
 * @param output where the Java goes
 * @param basePackage what all of it lives under
 * @param annotating whether validators also collect annotations
 * @param definitions whether definitions become types even if nothing refers to them
 * @param foreignKeywords keywords of someone else's that the schemas may have, and that say nothing
 */
public record SchemaCompilation(
    Path source,
    Path output,
    String basePackage,
    boolean annotating,
    boolean definitions,
    Set<String> foreignKeywords) {

  /**
   * Compiles the folder; nothing is written when there is an error.
   *
   * @throws IOException when the disk fails, or something that is not ours is in the way
   */
  public GenerationResult run() throws IOException {
    Diagnostics found = new Diagnostics();
    checkRequest(found);
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    Checked<SchemaSet> schemas =
        found.take(
            SchemaFolder.load(
                source, LoaderOptions.forEvents().withForeignKeywords(foreignKeywords)));
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<RootType> roots =
        FolderRoots.of(schemas.value(), basePackage, found).stream()
            .map(root -> definitions ? root.withDefinitions() : root)
            .toList();
    if (roots.isEmpty()) {
      found.error(
          SourceLocation.ofFile(label()),
          "no-schema",
          "There is no schema here: no file that ends in .json, .yaml or .yml.");
      return new GenerationResult(found.list(), List.of());
    }
    JavaData data =
        found
            .take(
                new JavaTypesEmitter(
                        schemas.value(), new JavaNames(basePackage), roots, List.of(), label())
                    .emit(annotating))
            .value();
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<GeneratedFile> files = new ArrayList<>(data.files());
    files.addAll(NullMarkedPackages.of(files, basePackage));
    return new GenerationResult(
        found.list(), summary(roots.size(), new OutputWriter(output).write(files)));
  }

  private void checkRequest(Diagnostics found) {
    if (!Files.isDirectory(source)) {
      found.error(
          SourceLocation.ofFile(label()),
          "no-folder",
          "This is no folder; events.source names the folder of schemas.");
    }
    for (String part : basePackage.split("\\.", -1)) {
      if (!JavaNames.isIdentifier(part)) {
        found.error(
            SourceLocation.ofFile(label()),
            "java-name",
            "events.basePackage is no name of a Java package; write it as in com.example.orders.");
        break;
      }
    }
  }

  private String label() {
    Path name = source.getFileName();
    return name == null ? "." : name.toString();
  }

  private List<String> summary(int roots, WriteResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("Schemas: " + roots + (roots == 1 ? " class" : " classes") + " from " + label());
    if (result.written().isEmpty() && result.removed().isEmpty()) {
      lines.add("Java: nothing changed in " + output);
    } else {
      lines.add(
          "Java: "
              + result.written().size()
              + " written, "
              + result.unchanged()
              + " unchanged, "
              + result.removed().size()
              + " removed in "
              + output);
    }
    result
        .kept()
        .forEach(
            path ->
                lines.add(
                    "Java: "
                        + path
                        + " is no longer generated, but was edited, so it is still there; remove it"));
    return lines;
  }
}
