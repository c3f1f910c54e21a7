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
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;

/**
 * Generates, compiles, and brings the system up on this machine, from the template that would go to
 * AWS: prints the endpoint, the resources and the functions' lines, until Ctrl-C. Needs no
 * credentials and deploys nothing.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends LocalCloudMojo {

  private static final String MAIN = "io.eventwright.local.Main";

  /** The endpoint's port; 0 for any free one. */
  @Parameter(property = "events.port", defaultValue = "0")
  private int port;

  /** How much sooner than on AWS waiting ends; 60 makes a minute a second. */
  @Parameter(property = "events.speed", defaultValue = "1")
  private double speed;

  /** Whether each function environment is a process of its own. */
  @Parameter(property = "events.processes", defaultValue = "false")
  private boolean processes;

  /** A port on which a debugger may attach to the functions; 0 for none. */
  @Parameter(property = "events.debug", defaultValue = "0")
  private int debug;

  /** Made by Maven. */
  @Inject
  public RunMojo(RepositorySystem system) {
    super(system);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> classPath = resolveEngines();
    try {
      // Its standard input is ours to hold: when this JVM is gone it reads the end and ends too.
      Process process =
          new ProcessBuilder(command(classPath))
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Thread end = new Thread(process::destroy, "local-cloud-end");
      Runtime.getRuntime().addShutdownHook(end);
      int status = process.waitFor();
      if (status == 1) {
        throw new MojoFailureException("The local cloud did not come up; the reason stands above.");
      }
    } catch (IOException e) {
      throw new MojoExecutionException("The local cloud did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(List<Path> classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A quick start matters more here than speed after an hour; Lambda's own runtimes choose the
    // same.
    command.add("-XX:TieredStopAtLevel=1");
    int java = Runtime.version().feature();
    if (java >= 19) {
      Path archive = localProperties().resolveSibling("run.jsa");
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    if (java >= 24) {
      // ElasticMQ's actors use it, and a user can do nothing about the warning.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    if (debug > 0) {
      command.add(
          "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:" + debug);
    }
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add("file=" + localProperties());
    command.add("port=" + port);
    command.add("speed=" + speed);
    command.add("processes=" + processes);
    return command;
  }
}
