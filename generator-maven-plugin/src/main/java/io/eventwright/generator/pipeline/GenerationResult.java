package io.eventwright.generator.pipeline;

import io.eventwright.generator.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a run found and did.
 *
 * @param diagnostics everything that was found, by place
 * @param summary one line for each thing done; none when there are errors, since nothing is done
 *     then
 */
public record GenerationResult(List<Diagnostic> diagnostics, List<String> summary) {

  /** Keeps the lists immutable. */
  public GenerationResult {
    diagnostics = List.copyOf(diagnostics);
    summary = List.copyOf(summary);
  }

  /** Whether the input was refused. */
  public boolean isRefused() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** How many errors there are. */
  public long errors() {
    return diagnostics.stream().filter(Diagnostic::isError).count();
  }
}
