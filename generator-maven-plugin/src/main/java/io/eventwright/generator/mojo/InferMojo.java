package io.eventwright.generator.mojo;

import io.eventwright.generator.infer.InferenceOptions;
import io.eventwright.generator.pipeline.EventInference;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Infers a JSON Schema from sample events; no project is needed. Samples are files of one event, of
 * an array of events, or of one event a line. Captured EventBridge events and CloudEvents are told
 * apart by their type, and their data is taken. Every sample is validated against the result: the
 * goal fails rather than write a schema that refuses one.
 */
@Mojo(name = "infer", requiresProject = false, threadSafe = true)
public final class InferMojo extends AbstractMojo {

  /** A file of sample events, or a folder of {@code .json}, {@code .jsonl} or {@code .ndjson}. */
  @Parameter(property = "events.source", required = true)
  private File source;

  /** The folder of schemas; {@code order-placed/1.0.json} is written below it. */
  @Parameter(property = "events.output", required = true)
  private File output;

  /**
   * What events without an envelope are called, as in {@code order-placed} or {@code
   * order-placed@2}; by default as their folder, or as the file when the source is one.
   */
  @Parameter(property = "events.name")
  private String name;

  /**
   * How many different texts of one property may become an {@code enum}, provided that they repeat:
   * each seen twice, and three times on average. 0 for no enum.
   */
  @Parameter(property = "events.enumValues", defaultValue = "10")
  private int enumValues;

  /** Whether a schema that is there already is replaced. */
  @Parameter(property = "events.overwrite", defaultValue = "false")
  private boolean overwrite;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    GenerationResult result;
    try {
      result =
          new EventInference(
                  source.toPath(),
                  output.toPath(),
                  name,
                  new InferenceOptions(enumValues),
                  overwrite)
              .run();
    } catch (IOException disk) {
      throw new MojoExecutionException(disk.getMessage(), disk);
    }
    Reports.print(result, getLog());
  }
}
