package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.SchemaCompilation;
import java.io.File;
import java.io.IOException;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a folder of JSON Schemas to Java records, codecs and validators; no project and no
 * {@code system.yaml} is needed. {@code order-placed/1.1.json} is a version of an event, and all
 * minors of a major become one record; any other file becomes a record named by its path.
 */
@Mojo(
    name = "compile-schemas",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresProject = false,
    threadSafe = true)
public final class CompileSchemasMojo extends AbstractMojo {

  /** The folder of schemas: JSON or YAML, in any draft, referring to each other as they like. */
  @Parameter(property = "events.source", required = true)
  private File source;

  /**
   * Where the Java goes. Only what has changed is written; what an edit touched is never removed.
   */
  @Parameter(property = "events.output", required = true)
  private File output;

  /** The package that all classes live under; folders of the source become packages below it. */
  @Parameter(property = "events.basePackage", required = true)
  private String basePackage;

  /**
   * Whether validators can also collect what a schema says of a value that fits it: titles,
   * defaults, content media types, keywords of your own. That is a third method for each schema.
   */
  @Parameter(property = "events.annotations", defaultValue = "false")
  private boolean annotations;

  /** Whether {@code $defs} become types even if nothing refers to them. */
  @Parameter(property = "events.unusedDefinitions", defaultValue = "false")
  private boolean unusedDefinitions;

  /**
   * Keywords of someone else's that the schemas have: they are remarks then. Any other that is not
   * known is an error, since a slip of the pen must not be ignored.
   */
  @Parameter(property = "events.foreignKeywords")
  private Set<String> foreignKeywords = Set.of();

  /** The project, in which the output becomes a source folder. */
  @Parameter(defaultValue = "${project}", readonly = true)
  private @Nullable MavenProject project;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    GenerationResult result;
    try {
      result =
          new SchemaCompilation(
                  source.toPath(),
                  output.toPath(),
                  basePackage,
                  annotations,
                  unusedDefinitions,
                  foreignKeywords)
              .run();
    } catch (IOException disk) {
      throw new MojoExecutionException(disk.getMessage(), disk);
    }
    Reports.print(result, getLog());
    // Run within a build, it stands where another generator stood.
    if (project != null && project.getFile() != null) {
      project.addCompileSourceRoot(output.getAbsolutePath());
    }
  }
}
