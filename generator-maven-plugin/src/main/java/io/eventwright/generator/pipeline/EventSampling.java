package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaFolder;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.sample.EventSamples;
import io.eventwright.generator.sample.SampleMaker;
import io.eventwright.generator.validate.CompilationRefused;
import io.eventwright.generator.validate.CompiledSchemas;
import io.eventwright.generator.write.OutputWriter;
import io.eventwright.generator.write.WriteResult;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a folder of schemas to events that each accepts, and events that it refuses:
 *
 * <ol>
 *   <li><b>load</b>: files to linked schemas
 *   <li><b>validate</b>: the validators that would be generated, compiled in memory
 *   <li><b>sample</b>: events, each judged by its validator
 *   <li><b>write</b>: only what changed; what is no longer made is removed
 * </ol>
 *
 * @param source the folder of schemas
 * @param output where the events go: {@code order-placed/1.0/valid/full.json}
 * @param seed the same seed gives the same events
 * @param varied how many valid events there are beside the minimal, the full and the schema's own
 * @param envelope whether each event is a whole CloudEvent of the system whose {@code system.yaml}
 *     lies beside the folder of schemas
 */
public record EventSampling(Path source, Path output, long seed, int varied, boolean envelope) {

  /**
   * Makes the events; nothing is written when there is an error.
   *
   * @throws IOException when the disk fails, or something that is not ours is in the way
   */
  public GenerationResult run() throws IOException {
    Diagnostics found = new Diagnostics();
    String label = source.getFileName() == null ? "." : source.getFileName().toString();
    if (!Files.isDirectory(source)) {
      found.error(
          SourceLocation.ofFile(label),
          "no-folder",
          "This is no folder; events.source names the folder of schemas.");
      return new GenerationResult(found.list(), List.of());
    }
    SchemaSet set = found.take(SchemaFolder.load(source, LoaderOptions.forEvents())).valueOrNull();
    if (set == null || found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    Map<String, SchemaKey> roots = roots(set);
    if (roots.isEmpty()) {
      found.error(
          SourceLocation.ofFile(label),
          "no-schema",
          "There is no schema here: no file that ends in .json, .yaml or .yml.");
      return new GenerationResult(found.list(), List.of());
    }
    String system = envelope ? system(label, found) : null;
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<String> summary = new ArrayList<>();
    List<GeneratedFile> files = files(set, roots, system, found, summary);
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    WriteResult written = new OutputWriter(output).write(files);
    summary.add(
        written.written().isEmpty() && written.removed().isEmpty()
            ? "Samples: nothing changed in " + output
            : "Samples: %d written, %d unchanged, %d removed in %s"
                .formatted(
                    written.written().size(),
                    written.unchanged(),
                    written.removed().size(),
                    output));
    return new GenerationResult(found.list(), summary);
  }

  /** The name of the system that the schemas are of; null with an error when there is none. */
  private @Nullable String system(String label, Diagnostics found) throws IOException {
    Path folder = source.toAbsolutePath().normalize().getParent();
    Checked<SystemUnderCheck> loaded =
        folder == null || !Files.isRegularFile(folder.resolve(SystemLoader.SYSTEM_FILE))
            ? null
            : SystemLoader.load(new InputFolder(folder, ""), Set.of());
    if (loaded == null || loaded.valueOrNull() == null) {
      found.error(
          SourceLocation.ofFile(label),
          "no-system",
          "There is no system.yaml beside this folder that could be read, and events.envelope takes"
              + " the source of the events from it.");
      return null;
    }
    return loaded.value().source().name().value();
  }

  /** By convention a folder like {@code _types} holds parts of other schemas, no events. */
  private static Map<String, SchemaKey> roots(SchemaSet set) {
    Map<String, SchemaKey> roots = new LinkedHashMap<>();
    set.roots()
        .forEach(
            (file, key) -> {
              if (!file.startsWith("_") && !file.contains("/_")) {
                roots.put(file, key);
              }
            });
    return roots;
  }

  private List<GeneratedFile> files(
      SchemaSet set,
      Map<String, SchemaKey> roots,
      @Nullable String system,
      Diagnostics found,
      List<String> summary) {
    Map<SchemaKey, Validator> validators;
    try {
      validators = CompiledSchemas.of(set, roots.values());
    } catch (CompilationRefused refused) {
      found.error(
          SourceLocation.ofFile(roots.keySet().iterator().next()),
          "schema-not-compiled",
          String.valueOf(refused.getMessage()));
      return List.of();
    }
    List<GeneratedFile> files = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    roots.forEach(
        (file, key) -> {
          Validator validator = validators.get(key);
          EventSamples samples = new SampleMaker(set, key, validator, seed, varied).make();
          SampleCheck.check(set.node(key).location(), samples, validator, found);
          report(samples, found);
          String folder = folder(file, taken);
          files.addAll(SampleFiles.of(file, folder, samples, SampleEnvelope.of(system, folder)));
          summary.add(
              file
                  + ": "
                  + samples.valid().size()
                  + " valid, "
                  + samples.invalid().size()
                  + " invalid");
        });
    return files;
  }

  /** Files that differ in their ending or in case only must not share a folder. */
  private static String folder(String file, Set<String> taken) {
    String plain = file.replaceFirst("\\.[A-Za-z]+$", "");
    String folder = plain;
    for (int i = 2; !taken.add(folder.toLowerCase(Locale.ROOT)); i++) {
      folder = plain + "-" + i;
    }
    return folder;
  }

  private static void report(EventSamples samples, Diagnostics found) {
    for (Keyword keyword : samples.unbroken()) {
      found.warning(
          keyword.site().location(),
          "keyword-not-broken",
          "No event was found that breaks "
              + keyword.site().keyword()
              + " here. Another keyword may say the same; if not, write one by hand.");
    }
  }
}
