package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.infer.InferenceOptions;
import io.eventwright.generator.infer.InferredSchema;
import io.eventwright.generator.infer.SchemaInference;
import io.eventwright.generator.load.sample.SampleFolder;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.sample.SampleEvent;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.render.JsonLayout;
import io.eventwright.generator.validate.CompilationRefused;
import io.eventwright.generator.validate.CompiledSchemas;
import io.eventwright.generator.write.UserFileWriter;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From sample events to a schema for each event among them:
 *
 * <ol>
 *   <li><b>load</b>: files to events, out of their envelopes
 *   <li><b>infer</b>: the events of one name to a schema
 *   <li><b>validate</b>: every sample against it, with the validator that would be generated
 *   <li><b>write</b>: a first version of each schema, which is the user's from then on
 * </ol>
 *
 * @param source a file or a folder of samples
 * @param output the folder of schemas
 * @param name what events without an envelope are called, null to name them by file or folder
 * @param options how bold the guesses are
 * @param overwrite whether schemas that are there already are replaced
 */
public record EventInference(
    Path source, Path output, @Nullable String name, InferenceOptions options, boolean overwrite) {

  private static final int MOST_PLACES = 2_000;

  /**
   * Infers and writes; nothing is written when there is an error.
   *
   * @throws IOException when the disk fails, or something that is not ours is in the way
   */
  public GenerationResult run() throws IOException {
    Diagnostics found = new Diagnostics();
    if (!Files.exists(source)) {
      found.error(
          SourceLocation.ofFile(String.valueOf(source.getFileName())),
          "no-sample-event",
          "This is neither a file nor a folder; events.source names the sample events.");
      return new GenerationResult(found.list(), List.of());
    }
    Map<EventRef, List<SampleEvent>> samples = grouped(found.take(SampleFolder.read(source, name)));
    Map<EventRef, InferredSchema> schemas = new TreeMap<>();
    samples.forEach(
        (event, seen) ->
            schemas.put(
                event,
                SchemaInference.infer(
                    event, seen.stream().map(SampleEvent::data).toList(), options)));
    List<GeneratedFile> files = new ArrayList<>();
    schemas.forEach(
        (event, inferred) ->
            files.add(GeneratedFile.ofText(path(event), JsonLayout.of(inferred.schema()))));
    schemas.forEach((event, inferred) -> checkSize(event, inferred, samples, found));
    if (!found.hasErrors()) {
      validate(files, samples, found);
    }
    return write(files, samples, schemas, found);
  }

  private static Map<EventRef, List<SampleEvent>> grouped(Checked<List<SampleEvent>> read) {
    Map<EventRef, List<SampleEvent>> groups = new TreeMap<>();
    if (read.valueOrNull() != null) {
      read.value()
          .forEach(each -> groups.computeIfAbsent(each.event(), e -> new ArrayList<>()).add(each));
    }
    return groups;
  }

  private static void checkSize(
      EventRef event,
      InferredSchema inferred,
      Map<EventRef, List<SampleEvent>> samples,
      Diagnostics found) {
    if (inferred.places() > MOST_PLACES) {
      found.error(
          samples.get(event).get(0).location(),
          "too-many-properties",
          "The events of "
              + event
              + " have "
              + inferred.places()
              + " different properties; at most "
              + MOST_PLACES
              + " are described. Their names may be data: infer from fewer events.");
    }
  }

  /** Reports every sample that its schema refuses: a guess was wrong, and must not be written. */
  static void validate(
      List<GeneratedFile> files, Map<EventRef, List<SampleEvent>> samples, Diagnostics found) {
    SchemaSet set =
        found
            .take(
                SchemaLoader.load(
                    files.stream()
                        .map(file -> SchemaSource.ofFile(file.path(), file.bytes()))
                        .toList(),
                    LoaderOptions.forEvents()))
            .value();
    Map<SchemaKey, Validator> validators;
    try {
      validators = CompiledSchemas.of(set, set.roots().values());
    } catch (CompilationRefused refused) {
      found.error(
          SourceLocation.ofFile(files.get(0).path()),
          "schema-not-compiled",
          String.valueOf(refused.getMessage()));
      return;
    }
    samples.forEach(
        (event, seen) -> {
          Validator validator = validators.get(set.roots().get(path(event)));
          for (SampleEvent sample : seen) {
            for (Violation violation : validator.validate(sample.data()).violations()) {
              found.error(
                  sample.location(),
                  "sample-refused",
                  "The schema inferred for " + event + " does not accept this event: " + violation);
            }
          }
        });
  }

  private GenerationResult write(
      List<GeneratedFile> files,
      Map<EventRef, List<SampleEvent>> samples,
      Map<EventRef, InferredSchema> schemas,
      Diagnostics found)
      throws IOException {
    UserFileWriter writer = new UserFileWriter(output);
    if (!overwrite) {
      for (String path : writer.conflicts(files)) {
        found.error(
            SourceLocation.ofFile(path),
            "schema-exists",
            "There is another schema in the output folder. Name another folder, or replace it"
                + " with events.overwrite.");
      }
    }
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<String> written = writer.write(files);
    List<String> summary = new ArrayList<>();
    schemas.forEach(
        (event, inferred) -> {
          int count = samples.get(event).size();
          String how = written.contains(path(event)) ? "written" : "nothing changed";
          summary.add(
              path(event) + ": " + how + ", from " + count + (count == 1 ? " event" : " events"));
          inferred.notes().forEach(note -> summary.add("  " + note));
        });
    return new GenerationResult(found.list(), summary);
  }

  private static String path(EventRef event) {
    return event.name() + "/" + event.major() + ".0.json";
  }
}
