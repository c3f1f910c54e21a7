package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals about one system share: parameters in, diagnostics and a summary out. */
abstract class SystemMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The folder that holds {@code system.yaml} and its schemas. */
  @Parameter(property = "events.input", defaultValue = "${project.basedir}/src/main/events")
  private File input;

  /** Where the generated Java goes; it becomes a source folder of the project. */
  @Parameter(
      property = "events.javaOutput",
      defaultValue = "${project.build.directory}/generated-sources/events")
  private File javaOutput;

  /** Where the SAM template and the state machines go: what {@code sam deploy} takes. */
  @Parameter(property = "events.samOutput", defaultValue = "${project.build.directory}/sam")
  private File samOutput;

  /** The one jar of all functions, which the build makes after this goal. */
  @Parameter(
      property = "events.functionsJar",
      defaultValue = "${project.build.directory}/sam/functions.jar")
  private File functionsJar;

  /** The Lambda runtime of every function: {@code java25} or {@code java21}. */
  @Parameter(property = "events.lambdaRuntime", defaultValue = "java25")
  private String lambdaRuntime;

  /** Skips this goal. */
  @Parameter(property = "events.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, since events.skip is set");
      return;
    }
    if (!List.of("java25", "java21").contains(lambdaRuntime)) {
      throw new MojoFailureException(
          "events.lambdaRuntime is " + lambdaRuntime + "; it can be java25 or java21");
    }
    GenerationResult result;
    try {
      result = run(request());
    } catch (IOException disk) {
      throw new MojoExecutionException(disk.getMessage(), disk);
    }
    Reports.print(result, getLog());
    done();
  }

  /** Does what the goal is for. */
  abstract GenerationResult run(GenerationRequest request) throws IOException;

  /** Called when it is done. */
  void done() {}

  MavenProject project() {
    return project;
  }

  Path javaOutput() {
    return javaOutput.toPath();
  }

  private GenerationRequest request() {
    List<Path> sources =
        project.getCompileSourceRoots().stream()
            .map(Path::of)
            .filter(
                each ->
                    !each.toAbsolutePath()
                        .normalize()
                        .equals(javaOutput().toAbsolutePath().normalize()))
            .toList();
    return new GenerationRequest(
        project.getBasedir().toPath(),
        input.toPath(),
        sources,
        javaOutput.toPath(),
        samOutput.toPath(),
        functionsJar.toPath(),
        lambdaRuntime);
  }
}
