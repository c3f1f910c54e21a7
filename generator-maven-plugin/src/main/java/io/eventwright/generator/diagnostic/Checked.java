package io.eventwright.generator.diagnostic;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A value and what was found while making it. The value is absent only when there is an error; it
 * may be present beside errors, so that later stages can report what they find as well.
 *
 * @param valueOrNull the value, null when none could be made
 * @param diagnostics the findings, sorted
 */
public record Checked<T>(@Nullable T valueOrNull, List<Diagnostic> diagnostics) {

  /** Keeps the findings sorted and immutable. */
  public Checked {
    diagnostics = diagnostics.stream().sorted().distinct().toList();
    if (valueOrNull == null && diagnostics.stream().noneMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("no value and no error that says why");
    }
  }

  /** A value nothing was found about. */
  public static <T> Checked<T> of(T value) {
    return new Checked<>(value, List.of());
  }

  /** A value and what was found. */
  public static <T> Checked<T> of(T value, Diagnostics found) {
    return new Checked<>(value, found.list());
  }

  /** No value, and the errors that say why. */
  public static <T> Checked<T> failed(Diagnostics found) {
    return new Checked<>(null, found.list());
  }

  /** Whether one of the findings stops the run. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * The value.
   *
   * @throws NoSuchElementException when there is none; its message holds the findings
   */
  public T value() {
    if (valueOrNull == null) {
      throw new NoSuchElementException(
          String.join("\n", diagnostics.stream().map(Diagnostic::toString).toList()));
    }
    return valueOrNull;
  }
}
