package io.eventwright.local.template;

/**
 * One reason why a template cannot come up here.
 *
 * @param position where
 * @param rule which rule, such as {@code unsupported-property}
 * @param text what is wrong and what to do
 */
public record Problem(Position position, String rule, String text) {

  /** The line a user sees. */
  public String describe(String file) {
    return "%s:%d:%d: error [%s] %s"
        .formatted(
            file, position.line(), position.column(), rule, text.replaceAll("\\s*\\R\\s*", " "));
  }
}
