package io.eventwright.generator.load.sample;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.sample.SampleEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads sample events from a file, or from all files below a folder that end in {@code .json},
 * {@code .jsonl} or {@code .ndjson}.
 */
public final class SampleFolder {

  private static final int MOST_FILES = 20_000;

  private final Path source;
  private final @Nullable String name;
  private final Diagnostics found = new Diagnostics();
  private final List<SampleEvent> samples = new ArrayList<>();
  private final Envelopes envelopes = new Envelopes(found);

  private SampleFolder(Path source, @Nullable String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Reads them all, in the order of their paths.
   *
   * @param source a file or a folder
   * @param name what events without an envelope are called; when null, the folder or the file they
   *     lie in names them
   * @throws IOException when the disk fails
   */
  public static Checked<List<SampleEvent>> read(Path source, @Nullable String name)
      throws IOException {
    return new SampleFolder(source, name).read();
  }

  private Checked<List<SampleEvent>> read() throws IOException {
    if (Files.isDirectory(source)) {
      for (Path path : files()) {
        file(path, source.relativize(path).toString().replace('\\', '/'));
      }
    } else {
      file(source, String.valueOf(source.getFileName()));
    }
    if (samples.isEmpty() && !found.hasErrors()) {
      found.error(
          SourceLocation.ofFile(String.valueOf(source.getFileName())),
          "no-sample-event",
          "There is no event here. Name a file, or a folder of .json, .jsonl or .ndjson files.");
    }
    return found.hasErrors() ? Checked.failed(found) : Checked.of(List.copyOf(samples), found);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      List<Path> files =
          paths.filter(Files::isRegularFile).filter(this::isSample).limit(MOST_FILES + 1L).toList();
      if (files.size() > MOST_FILES) {
        found.error(
            SourceLocation.ofFile(String.valueOf(source.getFileName())),
            "too-many-files",
            "There are more than " + MOST_FILES + " files here. Take a part of them.");
        return List.of();
      }
      // The order of a disk is chance.
      return files.stream().sorted().toList();
    }
  }

  private boolean isSample(Path path) {
    String file = source.relativize(path).toString().replace('\\', '/').toLowerCase(Locale.ROOT);
    return !file.startsWith(".")
        && !file.contains("/.")
        && file.matches(".*\\.(json|jsonl|ndjson)");
  }

  private void file(Path path, String file) throws IOException {
    String plainName = name == null ? nameOf(path) : name;
    for (Node root : JsonLines.read(file, Files.readAllBytes(path), found)) {
      if (root instanceof ArrayNode array) {
        array.items().forEach(item -> envelopes.open(item, plainName, samples));
      } else {
        envelopes.open(root, plainName, samples);
      }
    }
  }

  /** Files in one folder are samples of one event; a file alone names its event itself. */
  private String nameOf(Path path) {
    Path parent = Files.isDirectory(source) ? path.toAbsolutePath().normalize().getParent() : null;
    if (parent != null && parent.getFileName() != null) {
      return parent.getFileName().toString();
    }
    return String.valueOf(path.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
  }
}
