package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Generates the system: records, validators, codecs, workers' contracts and handlers as Java, and
 * the SAM template. Runs all checks first and writes nothing when there is an error; rewrites only
 * what has changed.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SystemMojo {

  @Override
  GenerationResult run(GenerationRequest request) throws IOException {
    return GenerationPipeline.generate(request);
  }

  @Override
  void done() {
    project().addCompileSourceRoot(javaOutput().toString());
  }
}
