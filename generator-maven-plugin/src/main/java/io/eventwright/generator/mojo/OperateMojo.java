package io.eventwright.generator.mojo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;

/**
 * Looks into a running system and sets right what needs a person: finds events and tells what
 * became of each at every consumer, lists, shows, mends and returns what is in quarantine, redrives
 * dead letters, tells sagas that wait for a person how to go on, shows an entity's history and its
 * state at any version or time, verifies the log, replays it into another table. On the local cloud
 * when {@code events:run} is up in this project, else on AWS with the usual credentials.
 */
@Mojo(name = "operate", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class OperateMojo extends LocalCloudMojo {

  private static final String MAIN = "io.eventwright.local.operate.Operate";

  /** What to do, such as {@code quarantine list}; {@code --help} tells what there is. */
  @Parameter(property = "events.command", defaultValue = "--help")
  private String command;

  /**
   * The local cloud's endpoint. Without it the one that {@code events:run} left in this project, if
   * it is still up; {@code aws} for AWS in any case.
   */
  @Parameter(property = "events.endpoint")
  private String endpoint;

  /** Made by Maven. */
  @Inject
  public OperateMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> classPath = new ArrayList<>(resolveEngines());
    classPath.addAll(projectClassPath());
    try {
      int status = new ProcessBuilder(command(classPath)).inheritIO().start().waitFor();
      if (status != 0) {
        throw new MojoFailureException("operate " + command + " did not go well; see above.");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("operate did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(List<Path> classPath) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.add("-cp");
    line.add(
        classPath.stream()
            .map(Path::toString)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator)));
    line.add(MAIN);
    line.add(command);
    if (command.contains("--help") || command.equals("-h")) {
      return line;
    }
    line.add("--stack");
    line.add(stackName());
    line.add("--description");
    line.add(description().toString());
    if (endpoint == null) {
      line.add("--endpoint-file");
      line.add(localProperties().resolveSibling("endpoint").toString());
    } else if (!endpoint.equals("aws")) {
      line.add("--endpoint");
      line.add(endpoint);
    }
    return line;
  }
}
