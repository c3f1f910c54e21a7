package io.eventwright.generator.load.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which classes a project has sources for, by where the files lie: the usual one per file. */
public final class UserClasses {

  private static final List<String> ENDINGS = List.of(".java", ".kt", ".groovy", ".scala");

  private UserClasses() {}

  /** The fully qualified names of the classes below some source folders. */
  public static Set<String> in(List<Path> folders) throws IOException {
    Set<String> classes = new TreeSet<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.map(each -> folder.relativize(each).toString()).forEach(path -> add(path, classes));
        }
      }
    }
    return classes;
  }

  /** The class that a source file at a relative path holds by convention. */
  public static String className(String path) {
    return path.substring(0, path.lastIndexOf('.')).replace('\\', '.').replace('/', '.');
  }

  private static void add(String path, Set<String> classes) {
    if (ENDINGS.stream().anyMatch(path::endsWith)) {
      classes.add(className(path));
    }
  }
}
