package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs every check that {@code generate} runs, and writes nothing. */
@Mojo(name = "check", threadSafe = true)
public final class CheckMojo extends SystemMojo {

  @Override
  GenerationResult run(GenerationRequest request) throws IOException {
    return GenerationPipeline.check(request);
  }
}
