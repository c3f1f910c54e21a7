package io.eventwright.generator.emit.java.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Public data beside the checkout, which tests use where it is. */
final class SharedData {

  private SharedData() {}

  /** A folder within the data, looked for from here upwards. */
  static Optional<Path> folder(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/data").resolve(name);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
