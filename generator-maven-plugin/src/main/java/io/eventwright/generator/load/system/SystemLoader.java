package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.source.SystemSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one system: {@code system.yaml} and the schemas beside it. */
public final class SystemLoader {

  /** The file that a system begins with. */
  public static final String SYSTEM_FILE = "system.yaml";

  private final InputFolder input;
  private final Diagnostics found = new Diagnostics();

  private SystemLoader(InputFolder input) {
    this.input = input;
  }

  /**
   * Reads a system.
   *
   * @param userClasses fully qualified names of the classes that the project has sources for
   * @return what could be read, beside what is wrong
   * @throws IOException when the disk fails
   */
  public static Checked<SystemUnderCheck> load(InputFolder input, Set<String> userClasses)
      throws IOException {
    return new SystemLoader(input).load(userClasses);
  }

  private Checked<SystemUnderCheck> load(Set<String> userClasses) throws IOException {
    SystemSource source = source();
    SortedMap<String, byte[]> files =
        input.read(EventFolders.FOLDER, List.of(".json", ".yaml", ".yml"), found);
    Checked<SchemaSet> schemas =
        found.take(
            SchemaLoader.load(
                files.entrySet().stream()
                    .map(each -> SchemaSource.ofFile(input.named(each.getKey()), each.getValue()))
                    .toList(),
                LoaderOptions.forEvents()));
    SchemaSet set =
        schemas.valueOrNull() == null
            ? new SchemaSet(Map.of(), Map.of(), Map.of())
            : schemas.value();
    List<EventContract> events = events(files, set);
    return source == null
        ? Checked.failed(found)
        : Checked.of(new SystemUnderCheck(input.label(), source, events, set, userClasses), found);
  }

  private @Nullable SystemSource source() throws IOException {
    Path file = input.root().resolve(SYSTEM_FILE);
    if (!Files.isRegularFile(file)) {
      found.error(
          SourceLocation.ofFile(input.named(SYSTEM_FILE)),
          "no-system",
          "There is no such file. A system begins with one; its first lines are system: and"
              + " package:.");
      return null;
    }
    Checked<Node> root =
        found.take(Documents.read(input.named(SYSTEM_FILE), Files.readAllBytes(file)));
    Node node = root.valueOrNull();
    return node == null ? null : new SystemReader(found).read(node);
  }

  private List<EventContract> events(SortedMap<String, byte[]> files, SchemaSet schemas) {
    List<EventContract> contracts = new ArrayList<>();
    new EventFolders(input, found)
        .find(files.keySet())
        .forEach(
            (event, majors) ->
                majors.forEach(
                    (major, minors) -> {
                      List<EventMinor> versions = new ArrayList<>();
                      minors.forEach(
                          (minor, path) ->
                              versions.add(
                                  new EventMinor(minor, key(schemas, path), input.named(path))));
                      contracts.add(new EventContract(event, major, versions));
                    }));
    return contracts;
  }

  /** The key of a file's root schema; that of a file that could not be read names nothing. */
  private String key(SchemaSet schemas, String path) {
    var root = schemas.roots().get(input.named(path));
    return root == null ? input.named(path) + "#" : root.toString();
  }
}
