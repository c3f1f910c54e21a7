package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folder that a system is described in; nothing outside of it is ever read.
 *
 * @param root the folder
 * @param label how messages call it: its path relative to the project, with forward slashes; empty
 *     for the project itself
 */
public record InputFolder(Path root, String label) {

  private static final int MOST_FILES = 20_000;

  /** How messages call a file that is given relative to this folder. */
  public String named(String path) {
    return label.isEmpty() ? path : label + "/" + path;
  }

  /** The path of a file, relative to this folder, that messages call {@code name}. */
  String relative(String name) {
    return label.isEmpty() ? name : name.substring(label.length() + 1);
  }

  /**
   * The content of every file below {@code folder} whose name has one of the endings, by its path
   * relative to this folder, sorted. Hidden files are an editor's, not the user's, and are left
   * out.
   */
  SortedMap<String, byte[]> read(String folder, List<String> endings, Diagnostics found)
      throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    Path start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return contents;
    }
    Path real = root.toRealPath();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return isHidden(each) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            String path = root.relativize(each).toString().replace('\\', '/');
            if (isHidden(each) || endings.stream().noneMatch(path::endsWith)) {
              return FileVisitResult.CONTINUE;
            }
            if (contents.size() == MOST_FILES) {
              found.error(
                  SourceLocation.ofFile(named(folder)),
                  "too-many-files",
                  "There are more than " + MOST_FILES + " files here; no more are read.");
              return FileVisitResult.TERMINATE;
            }
            if (!each.toRealPath().startsWith(real)) {
              found.error(
                  SourceLocation.ofFile(named(path)),
                  "outside-input",
                  "This is a link to a file outside of "
                      + (label.isEmpty() ? "the input folder" : label)
                      + ". Copy the file here.");
            } else {
              contents.put(path, Files.readAllBytes(each));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return contents;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }
}
