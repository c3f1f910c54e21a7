package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a first version of each class that the system needs and the project does not have:
 * workers, sagas, projections, upcasters. It never overwrites one; they are yours.
 */
@Mojo(name = "stubs", threadSafe = true)
public final class StubsMojo extends SystemMojo {

  /** The source folder that the classes go into. */
  @Parameter(property = "events.stubsOutput", defaultValue = "${project.build.sourceDirectory}")
  private File stubsOutput;

  @Override
  GenerationResult run(GenerationRequest request) throws IOException {
    return GenerationPipeline.stubs(request, stubsOutput.toPath());
  }
}
