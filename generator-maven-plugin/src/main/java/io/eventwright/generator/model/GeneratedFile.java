package io.eventwright.generator.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file as it is to be on disk; its path is relative to the output folder it belongs to. */
public final class GeneratedFile implements Comparable<GeneratedFile> {

  private final String path;
  private final byte[] content;

  private GeneratedFile(String path, byte[] content) {
    this.path = requireInside(path);
    this.content = content;
  }

  /** A file of text, in UTF-8. */
  public static GeneratedFile ofText(String path, String text) {
    return new GeneratedFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of bytes. */
  public static GeneratedFile ofBytes(String path, byte[] content) {
    return new GeneratedFile(path, content.clone());
  }

  private static String requireInside(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(0) >= 0) {
      throw new IllegalArgumentException("not a relative path with forward slashes: " + path);
    }
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("leaves its folder or has an empty part: " + path);
      }
    }
    return path;
  }

  /** The path, relative, with forward slashes, never leaving its folder. */
  public String path() {
    return path;
  }

  /** The content as text, read as UTF-8. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return content.clone();
  }

  @Override
  public int compareTo(GeneratedFile other) {
    return path.compareTo(other.path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GeneratedFile file
        && path.equals(file.path)
        && Arrays.equals(content, file.content);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return path + " (" + content.length + " bytes)";
  }
}
