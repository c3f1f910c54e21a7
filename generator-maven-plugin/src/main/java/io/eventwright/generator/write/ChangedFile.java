package io.eventwright.generator.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of a goal's own, apart from what is generated from a system. */
public final class ChangedFile {
  private ChangedFile() {}

  /**
   * Writes a file unless it holds the same text already.
   *
   * @return whether it was written
   */
  public static boolean write(Path file, String text) throws IOException {
    if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
      return false;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    return true;
  }
}
