package io.eventwright.generator.diagnostic;

import java.util.Comparator;

/**
 * A place in an input file.
 *
 * @param file path relative to the root of the input, with forward slashes
 * @param line 1-based line
 * @param column 1-based column, counted in UTF-16 units
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column);

  /** The start of a file, for what concerns the file as a whole. */
  public static SourceLocation ofFile(String file) {
    return new SourceLocation(file, 1, 1);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** The form editors and terminals make clickable: {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
