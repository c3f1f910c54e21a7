package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.SchemaImport;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Copies schemas of someone else's among the schemas of a system, so that references to their ids
 * resolve; no project is needed. Nothing is ever fetched from the network, by design: download a
 * document yourself, read it, then import it.
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends AbstractMojo {

  /** A schema document, or a folder of {@code .json}, {@code .yaml} or {@code .yml}. */
  @Parameter(property = "events.source", required = true)
  private File source;

  /**
   * Where the copies go, each named by its id: a folder whose name begins with an underscore, in
   * the folder of all schemas.
   */
  @Parameter(property = "events.output", defaultValue = "src/main/events/schemas/_imported")
  private File output;

  /** The id of a single JSON document that has none; it is written into the copy. */
  @Parameter(property = "events.id")
  private String id;

  /** Whether what was imported before with another content is replaced. */
  @Parameter(property = "events.replace", defaultValue = "false")
  private boolean replace;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    GenerationResult result;
    try {
      result = new SchemaImport(source.toPath(), output.toPath(), id, replace).run();
    } catch (IOException disk) {
      throw new MojoExecutionException(disk.getMessage(), disk);
    }
    Reports.print(result, getLog());
  }
}
