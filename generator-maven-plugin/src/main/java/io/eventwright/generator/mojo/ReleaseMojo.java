package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Keeps the SAM template as the one that was released last, in {@code released/template.yaml}
 * beside {@code system.yaml}. From then on {@code generate} refuses what would lose what that has:
 * a table with another key, a queue of another kind, a bus that is gone.
 */
@Mojo(name = "release", threadSafe = true)
public final class ReleaseMojo extends SystemMojo {

  @Override
  GenerationResult run(GenerationRequest request) throws IOException {
    return GenerationPipeline.release(request);
  }
}
