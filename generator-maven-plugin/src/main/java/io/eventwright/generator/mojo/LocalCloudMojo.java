package io.eventwright.generator.mojo;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.write.ChangedFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/**
 * What the goals of the local cloud share: they leave the class paths of all its parts in a file.
 */
abstract class LocalCloudMojo extends AbstractMojo {

  private final RepositorySystem system;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession repositories;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  /** The SAM template that the local cloud brings up. */
  @Parameter(
      property = "events.template",
      defaultValue = "${project.build.directory}/sam/template.yaml")
  private File template;

  /** The file that the class paths go into; the JUnit extension reads it. */
  @Parameter(
      property = "events.localProperties",
      defaultValue = "${project.build.directory}/eventwright/local.properties")
  private File localProperties;

  /** CloudFormation's stack name, prefix of every name that the template leaves open. */
  @Parameter(property = "events.stackName", defaultValue = "${project.artifactId}")
  private String stackName;

  LocalCloudMojo(RepositorySystem system) {
    this.system = system;
  }

  /** The stack's name. */
  final String stackName() {
    return stackName;
  }

  /** Where the generated description for whoever operates the system is: beside the template. */
  final Path description() {
    return template.toPath().resolveSibling(GenerationPipeline.OPERATED_BY);
  }

  /** The project's classes and everything that they need at run time. */
  final List<Path> projectClassPath() {
    List<Path> all = new ArrayList<>(application());
    all.addAll(libraries());
    return all;
  }

  /** Where the class paths are. */
  final Path localProperties() {
    return localProperties.toPath();
  }

  /** Resolves everything and writes the file, if it has changed; gives the local cloud's own. */
  final List<Path> resolveEngines() throws MojoExecutionException {
    EngineResolver resolver =
        new EngineResolver(system, repositories, project.getRemoteProjectRepositories());
    Map<String, String> lines = new TreeMap<>();
    try {
      List<Path> local = resolver.localCloud(version);
      lines.put("local.classpath", join(local));
      lines.put("dynamodb.classpath", join(resolver.engine("dynamodb-local")));
      lines.put("interface-client.classpath", join(resolver.engine("interface-client")));
      lines.put("functions.application", join(application()));
      lines.put("functions.libraries", join(libraries()));
      lines.put("template", template.getAbsolutePath());
      lines.put("secrets", project.getBasedir().toPath().resolve("local/secrets.yaml").toString());
      lines.put("stack", stackName);
      write(lines);
      return local;
    } catch (RepositoryException | IOException e) {
      throw new MojoExecutionException("The local cloud's engines: " + e.getMessage(), e);
    }
  }

  /**
   * The project's classes, and those of modules beside it and of the runtime: loaded per function.
   */
  private List<Path> application() {
    List<Path> entries = new ArrayList<>();
    entries.add(Path.of(project.getBuild().getOutputDirectory()));
    runtimeArtifacts().filter(this::isOurs).forEach(each -> entries.add(each.getFile().toPath()));
    return entries;
  }

  private List<Path> libraries() {
    return runtimeArtifacts()
        .filter(artifact -> !isOurs(artifact))
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }

  private java.util.stream.Stream<Artifact> runtimeArtifacts() {
    return project.getArtifacts().stream()
        .filter(artifact -> artifact.getFile() != null)
        .filter(artifact -> Set.of("compile", "runtime").contains(artifact.getScope()));
  }

  private boolean isOurs(Artifact artifact) {
    return artifact.getGroupId().equals("io.eventwright")
        || session.getProjects().stream()
            .anyMatch(
                module ->
                    module.getGroupId().equals(artifact.getGroupId())
                        && module.getArtifactId().equals(artifact.getArtifactId()));
  }

  private static String join(List<Path> entries) {
    return entries.stream()
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** In the order of the keys and without a date: the same class paths give the same bytes. */
  private void write(Map<String, String> lines) throws IOException {
    StringBuilder text = new StringBuilder("# Written by the goal events:engines; do not edit.\n");
    lines.forEach(
        (key, value) ->
            text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
    Path file = localProperties();
    if (!ChangedFile.write(file, text.toString())) {
      getLog().debug(file + " is up to date");
      return;
    }
    getLog().info("Resolved the local cloud's engines into " + file);
  }
}
