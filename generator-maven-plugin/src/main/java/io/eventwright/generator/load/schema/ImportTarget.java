package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Judges imported schemas among the schemas that they are to lie beside. */
public final class ImportTarget {

  /** What a further import can mend, so that one document may be imported before another. */
  private static final Set<String> MISSING = Set.of("unresolved-reference", "unknown-dialect");

  private ImportTarget() {}

  /**
   * Links all schemas as they will be after the import.
   *
   * @param schemas the folder of all schemas, which need not be there
   * @param folder the name of the folder in it that the imported ones go to
   * @return how many documents there will be; what the imported ones do wrong as errors in the
   *     files they come from, what is missing still, wherever, as warnings
   * @throws IOException when the disk fails
   */
  public static Checked<Integer> check(Path schemas, String folder, List<ImportedSchema> imported)
      throws IOException {
    Diagnostics found = new Diagnostics();
    Map<String, ImportedSchema> byPath = new HashMap<>();
    Map<String, ImportedSchema> byFolded = new HashMap<>();
    for (ImportedSchema each : imported) {
      String path = folder + "/" + each.fileName();
      byPath.put(path, each);
      byFolded.put(path.toLowerCase(Locale.ROOT), each);
    }
    List<SchemaSource> all = new ArrayList<>();
    if (Files.isDirectory(schemas)) {
      for (SchemaSource present : found.take(SchemaFolder.sources(schemas)).value()) {
        if (byPath.containsKey(present.file())) {
          continue;
        }
        all.add(present);
        ImportedSchema near = byFolded.get(present.file().toLowerCase(Locale.ROOT));
        if (near != null) {
          found.error(
              SourceLocation.ofFile(near.source()),
              "import-name",
              near.id()
                  + " would become the same file as "
                  + present.file()
                  + ". Remove that one.");
        }
      }
    }
    // Last, so that an id given twice is reported in the document that came later.
    imported.forEach(
        each -> all.add(SchemaSource.ofFile(folder + "/" + each.fileName(), each.content())));
    for (Diagnostic each : SchemaLoader.load(all, LoaderOptions.forEvents()).diagnostics()) {
      SourceLocation place = each.location();
      ImportedSchema in = byPath.get(place.file());
      if (MISSING.contains(each.ruleId())) {
        found.add(new Diagnostic(place, Severity.WARNING, each.ruleId(), each.message()));
      } else if (in != null) {
        found.add(
            new Diagnostic(
                new SourceLocation(in.source(), place.line(), place.column()),
                each.severity(),
                each.ruleId(),
                each.message()));
      }
    }
    return Checked.of(all.size(), found);
  }
}
