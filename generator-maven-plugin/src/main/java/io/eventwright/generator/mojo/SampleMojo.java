package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.EventSampling;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes sample events for each version of each event: some that its schema accepts, and for each
 * keyword one that it refuses for that keyword; no project is needed. All of them are judged by the
 * validator that would be generated. The same schemas and seed give the same bytes.
 */
@Mojo(
    name = "sample",
    defaultPhase = LifecyclePhase.GENERATE_TEST_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class SampleMojo extends AbstractMojo {

  /** The folder of schemas; files below folders like {@code _types} are parts, not events. */
  @Parameter(property = "events.source", required = true)
  private File source;

  /**
   * Where the events go: {@code order-placed/1.0/valid/full.json}. Only what has changed is
   * written.
   */
  @Parameter(property = "events.output", required = true)
  private File output;

  /** Another seed gives other events. */
  @Parameter(property = "events.seed", defaultValue = "1")
  private long seed;

  /** How many valid events there are beside the minimal, the full and the schema's own examples. */
  @Parameter(property = "events.varied", defaultValue = "3")
  private int varied;

  /**
   * Whether each event is a whole CloudEvent, as a worker receives it; its source is the system of
   * the {@code system.yaml} beside the folder of schemas. Else it is the data alone.
   */
  @Parameter(property = "events.envelope", defaultValue = "false")
  private boolean envelope;

  /** Skips the goal, where nobody reads the samples. */
  @Parameter(property = "events.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped");
      return;
    }
    if (varied < 0 || varied > 1_000) {
      throw new MojoFailureException("events.varied is " + varied + "; it can be 0 to 1000");
    }
    GenerationResult result;
    try {
      result = new EventSampling(source.toPath(), output.toPath(), seed, varied, envelope).run();
    } catch (IOException disk) {
      throw new MojoExecutionException(disk.getMessage(), disk);
    }
    Reports.print(result, getLog());
  }
}
