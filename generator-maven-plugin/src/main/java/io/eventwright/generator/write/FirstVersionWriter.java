package io.eventwright.generator.write;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes files that are the user's from then on: one that is there already is left alone. */
public final class FirstVersionWriter {

  private final OutputFolder folder;

  /** Writes below {@code root}, which is made when it is not there. */
  public FirstVersionWriter(Path root) {
    folder = new OutputFolder(root);
  }

  /**
   * Writes those files that are not there.
   *
   * @return the paths that were written, in order
   * @throws WriteRefused when a symbolic link is in the way
   */
  public List<String> write(List<GeneratedFile> files) throws IOException {
    List<String> written = new ArrayList<>();
    for (GeneratedFile file : files) {
      Path place = folder.place(file.path());
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        folder.put(place, file.bytes());
        written.add(file.path());
      }
    }
    return written;
  }
}
