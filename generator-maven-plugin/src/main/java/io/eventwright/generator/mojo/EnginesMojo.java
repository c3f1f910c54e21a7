package io.eventwright.generator.mojo;

import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;

/**
 * Resolves the engines of the local cloud and leaves their class paths in {@code
 * target/eventwright/local.properties}, where the JUnit extension finds them. None of them is on
 * the project's own class path.
 */
@Mojo(
    name = "engines",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class EnginesMojo extends LocalCloudMojo {

  /** Skips this goal. */
  @Parameter(property = "events.skip", defaultValue = "false")
  private boolean skip;

  /** Made by Maven. */
  @Inject
  public EnginesMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("Skipped, since events.skip is set");
      return;
    }
    resolveEngines();
  }
}
