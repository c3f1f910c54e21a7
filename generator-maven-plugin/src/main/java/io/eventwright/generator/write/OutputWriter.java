package io.eventwright.generator.write;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes an output folder hold exactly the given files, beside whatever else is there: only what has
 * changed is written, each file as a whole; what an earlier run wrote and this one does not is
 * removed. A manifest in the folder remembers what is ours.
 */
public final class OutputWriter {

  private final OutputFolder folder;

  /** Writes below {@code root}, which is made when it is not there. */
  public OutputWriter(Path root) {
    folder = new OutputFolder(root);
  }

  /**
   * Writes the files and removes stale ones. When writing is refused nothing has been touched.
   *
   * @throws WriteRefused when a file of someone else's or a symbolic link is in the way
   * @throws IllegalArgumentException when two files claim one path, which is a fault of an emitter
   */
  public WriteResult write(List<GeneratedFile> files) throws IOException {
    SortedMap<String, GeneratedFile> claimed = claim(files);
    Manifest before = Manifest.read(folder.root());
    SortedMap<String, byte[]> changed = changed(claimed, before);
    List<String> kept = new ArrayList<>();
    List<String> stale = stale(claimed, before, kept);

    Manifest after = manifest(claimed);
    // Written before the files, so that a run that dies half-way still knows whose they are.
    putManifest(before, before.with(after));
    // Stale ones first: on a file system that folds case a new file may differ in case only.
    for (String path : stale) {
      folder.remove(folder.place(path));
    }
    for (Map.Entry<String, byte[]> each : changed.entrySet()) {
      folder.put(folder.place(each.getKey()), each.getValue());
    }
    putManifest(before.with(after), after);
    return new WriteResult(
        List.copyOf(changed.keySet()), claimed.size() - changed.size(), stale, kept);
  }

  private static SortedMap<String, GeneratedFile> claim(List<GeneratedFile> files) {
    SortedMap<String, GeneratedFile> claimed = new TreeMap<>();
    // Some file systems fold case: two names that differ only there would be one file.
    Map<String, String> folded = new HashMap<>();
    for (GeneratedFile file : files) {
      String other = folded.putIfAbsent(file.path().toLowerCase(Locale.ROOT), file.path());
      if (other != null) {
        throw new IllegalArgumentException(file.path() + " is claimed twice, also as " + other);
      }
      claimed.put(file.path(), file);
    }
    return claimed;
  }

  private SortedMap<String, byte[]> changed(
      SortedMap<String, GeneratedFile> claimed, Manifest before) throws IOException {
    SortedMap<String, byte[]> changed = new TreeMap<>();
    for (GeneratedFile file : claimed.values()) {
      Path place = folder.place(file.path());
      byte[] wanted = file.bytes();
      String present = folder.hash(place);
      if (present == null) {
        changed.put(file.path(), wanted);
      } else if (!present.equals(Manifest.hash(wanted))) {
        if (!before.hashes().containsKey(file.path())) {
          throw new WriteRefused(
              place
                  + " was not written by us and is in the way; move or remove it."
                  + " Nothing was written.");
        }
        changed.put(file.path(), wanted);
      }
    }
    return changed;
  }

  /**
   * Stale files that still are as we wrote them; edited ones are kept, since an edit is someone's.
   */
  private List<String> stale(
      SortedMap<String, GeneratedFile> claimed, Manifest before, List<String> kept)
      throws IOException {
    List<String> stale = new ArrayList<>();
    for (Map.Entry<String, String> each : before.hashes().entrySet()) {
      if (claimed.containsKey(each.getKey())) {
        continue;
      }
      String present = folder.hash(folder.place(each.getKey()));
      if (each.getValue().equals(present)) {
        stale.add(each.getKey());
      } else if (present != null) {
        kept.add(each.getKey());
      }
    }
    return stale;
  }

  private static Manifest manifest(SortedMap<String, GeneratedFile> claimed) {
    SortedMap<String, String> hashes = new TreeMap<>();
    claimed.forEach((path, file) -> hashes.put(path, Manifest.hash(file.bytes())));
    return new Manifest(hashes);
  }

  private void putManifest(Manifest present, Manifest wanted) throws IOException {
    if (!present.equals(wanted)) {
      folder.put(folder.place(Manifest.NAME), wanted.text().getBytes(StandardCharsets.UTF_8));
    }
  }
}
