package io.eventwright.generator.mojo;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.pipeline.GenerationResult;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What a run found and did, on Maven's log. */
final class Reports {

  private Reports() {}

  /**
   * Prints the diagnostics, then a line for each thing done.
   *
   * @throws MojoFailureException when the input was refused
   */
  static void print(GenerationResult result, Log log) throws MojoFailureException {
    result.diagnostics().forEach(diagnostic -> print(diagnostic, log));
    if (result.isRefused()) {
      throw new MojoFailureException(
          result.errors()
              + (result.errors() == 1 ? " error" : " errors")
              + "; nothing was written");
    }
    result.summary().forEach(log::info);
  }

  private static void print(Diagnostic diagnostic, Log log) {
    switch (diagnostic.severity()) {
      case ERROR -> log.error(diagnostic.toString());
      case WARNING -> log.warn(diagnostic.toString());
      case NOTE -> log.info(diagnostic.toString());
    }
  }
}
