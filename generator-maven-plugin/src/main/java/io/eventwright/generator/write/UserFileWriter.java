package io.eventwright.generator.write;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files into folders that are the user's; what is there already is only replaced on demand.
 */
public final class UserFileWriter {

  private final OutputFolder folder;

  /** Writes below {@code root}, which is made when it is not there. */
  public UserFileWriter(Path root) {
    folder = new OutputFolder(root);
  }

  /**
   * The paths of those files that are there with another content.
   *
   * @throws WriteRefused when a symbolic link is in the way
   */
  public List<String> conflicts(List<GeneratedFile> files) throws IOException {
    List<String> paths = new ArrayList<>();
    for (GeneratedFile file : files) {
      String present = folder.hash(folder.place(file.path()));
      if (present != null && !present.equals(Manifest.hash(file.bytes()))) {
        paths.add(file.path());
      }
    }
    return paths;
  }

  /**
   * Writes all files that are not there in the same form.
   *
   * @return the paths that were written, in order
   * @throws WriteRefused when a symbolic link is in the way
   */
  public List<String> write(List<GeneratedFile> files) throws IOException {
    List<String> written = new ArrayList<>();
    for (GeneratedFile file : files) {
      Path place = folder.place(file.path());
      if (!Manifest.hash(file.bytes()).equals(folder.hash(place))) {
        folder.put(place, file.bytes());
        written.add(file.path());
      }
    }
    return written;
  }
}
