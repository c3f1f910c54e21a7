package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.schema.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All schemas below a folder, wherever it is; files are named by their paths from there. */
public final class SchemaFolder {

  private static final int MOST_FILES = 20_000;

  private SchemaFolder() {}

  /**
   * Reads and links them; hidden files are left out, links that lead out of the folder are refused.
   *
   * @throws IOException when the disk fails
   */
  public static Checked<SchemaSet> load(Path folder, LoaderOptions options) throws IOException {
    Diagnostics found = new Diagnostics();
    List<SchemaSource> sources = found.take(sources(folder)).value();
    SchemaSet schemas = found.take(SchemaLoader.load(sources, options)).valueOrNull();
    return schemas == null ? Checked.failed(found) : Checked.of(schemas, found);
  }

  /** The same files, unread, sorted. */
  static Checked<List<SchemaSource>> sources(Path folder) throws IOException {
    Diagnostics found = new Diagnostics();
    List<SchemaSource> sources = new ArrayList<>();
    Path real = folder.toRealPath();
    for (Path path : files(folder, found)) {
      String file = name(folder, path);
      if (path.toRealPath().startsWith(real)) {
        sources.add(SchemaSource.ofFile(file, Files.readAllBytes(path)));
      } else {
        found.error(
            SourceLocation.ofFile(file),
            "outside-input",
            "This is a link to a file outside of the folder. Copy the file here.");
      }
    }
    return Checked.of(sources, found);
  }

  private static List<Path> files(Path folder, Diagnostics found) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files =
          paths
              .filter(path -> isSchema(name(folder, path)))
              .filter(Files::isRegularFile)
              .limit(MOST_FILES + 1L)
              .toList();
      if (files.size() > MOST_FILES) {
        found.error(
            SourceLocation.ofFile(String.valueOf(folder.getFileName())),
            "too-many-files",
            "There are more than " + MOST_FILES + " schemas here. Take a part of them.");
        return List.of();
      }
      // The order of a disk is chance.
      return files.stream().sorted().toList();
    }
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static boolean isSchema(String file) {
    return !file.startsWith(".") && !file.contains("/.") && file.matches(".*\\.(json|ya?ml)");
  }
}
