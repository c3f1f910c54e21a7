package io.eventwright.generator.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder that holds what an emitter is expected to make. Run the tests with {@code
 * -Dgolden.update=true} to write what it makes now, and read the difference before committing it.
 */
public final class GoldenFolder {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private final Path folder;

  private GoldenFolder(Path folder) {
    this.folder = folder;
  }

  /** {@code src/test/resources/golden/<name>}; tests run in the module's folder. */
  public static GoldenFolder named(String name) {
    return new GoldenFolder(Path.of("src/test/resources/golden").resolve(name));
  }

  /** Fails unless the folder holds exactly these files with exactly these bytes. */
  public void assertHolds(Collection<GeneratedFile> files) {
    Map<String, String> made = new TreeMap<>();
    files.forEach(file -> made.put(file.path(), file.text()));
    if (UPDATE) {
      rewrite(made);
    }
    Map<String, String> expected = read();
    assertEquals(
        String.join("\n", expected.keySet()),
        String.join("\n", made.keySet()),
        "files of " + folder);
    made.forEach((path, text) -> assertEquals(expected.get(path), text, path));
  }

  private Map<String, String> read() {
    Map<String, String> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void rewrite(Map<String, String> made) {
    try {
      for (String old : read().keySet()) {
        Files.delete(folder.resolve(old));
      }
      for (Map.Entry<String, String> file : made.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
