package io.eventwright.generator.write;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A folder that files are put into and never leave, whatever links it holds. */
final class OutputFolder {

  private final Path root;

  OutputFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  /**
   * The place of a relative path.
   *
   * @throws WriteRefused when it lies outside, or behind a symbolic link, or is taken by something
   *     that is not a file
   */
  Path place(String path) throws WriteRefused {
    Path place = root.resolve(path).normalize();
    if (!place.startsWith(root) || place.equals(root)) {
      throw new WriteRefused(path + " lies outside " + root + "; nothing was written.");
    }
    for (Path each = place; !each.equals(root); each = each.getParent()) {
      if (Files.isSymbolicLink(each)) {
        throw new WriteRefused(
            each
                + " is a symbolic link, which could lead anywhere; remove it. Nothing was written.");
      }
      boolean shouldBeFile = each.equals(place);
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)
          && shouldBeFile == Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        throw new WriteRefused(
            each
                + (shouldBeFile ? " is a folder" : " is a file, not a folder")
                + " and stands in the way of "
                + path
                + "; remove it. Nothing was written.");
      }
    }
    return place;
  }

  /** The hash of a file's content, null when there is none. */
  @Nullable String hash(Path place) throws IOException {
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
        ? Manifest.hash(Files.readAllBytes(place))
        : null;
  }

  /** Puts a file in its place as a whole: a reader sees the old content or the new. */
  void put(Path place, byte[] content) throws IOException {
    Files.createDirectories(place.getParent());
    Path temporary = place.resolveSibling("." + place.getFileName() + ".eventwright-part");
    Files.write(temporary, content);
    try {
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException onSomeFileSystems) {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes a file, and the folders that this leaves empty. */
  void remove(Path place) throws IOException {
    Files.deleteIfExists(place);
    for (Path folder = place.getParent(); !folder.equals(root); folder = folder.getParent()) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException stillInUse) {
        return;
      }
    }
  }
}
