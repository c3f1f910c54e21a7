package io.eventwright.generator.diagnostic;

/**
 * A place in the user's input.
 *
 * @param file relative to the project's root, with forward slashes
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
