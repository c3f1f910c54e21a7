package io.eventwright.generator.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything a run is told from outside.
 *
 * @param base the project's folder; messages name files relative to it
 * @param input the folder of {@code system.yaml}
 * @param userSources folders of the project's own Java sources
 * @param javaOutput where generated Java goes
 * @param samOutput where the SAM template goes
 * @param functionsJar the jar of every function, which the build makes later
 * @param lambdaRuntime of every function: {@code java25} or {@code java21}
 */
public record GenerationRequest(
    Path base,
    Path input,
    List<Path> userSources,
    Path javaOutput,
    Path samOutput,
    Path functionsJar,
    String lambdaRuntime) {

  /** Keeps the folders immutable. */
  public GenerationRequest {
    userSources = List.copyOf(userSources);
  }

  /** How messages call the input folder: relative to the project where it can be. */
  String inputLabel() {
    return relative(base, input);
  }

  /** The jar as the template names it. */
  String codeUri() {
    return relative(samOutput, functionsJar);
  }

  /** How messages call a folder. */
  String named(Path folder) {
    return relative(base, folder);
  }

  private static String relative(Path from, Path to) {
    Path absolute = to.toAbsolutePath().normalize();
    Path root = from.toAbsolutePath().normalize();
    boolean sameDisk = absolute.getRoot() != null && absolute.getRoot().equals(root.getRoot());
    String path = sameDisk ? root.relativize(absolute).toString() : absolute.toString();
    return path.replace('\\', '/');
  }
}
