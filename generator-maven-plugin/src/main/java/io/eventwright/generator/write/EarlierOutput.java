package io.eventwright.generator.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an earlier run has written. */
public final class EarlierOutput {

  private EarlierOutput() {}

  /** The text of one of its files; empty when there is none. */
  public static Optional<String> text(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
