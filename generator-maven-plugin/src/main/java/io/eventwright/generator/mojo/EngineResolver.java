package io.eventwright.generator.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds the jars of the local cloud and its engines, without putting them on anybody's class path.
 */
final class EngineResolver {

  private static final Set<String> AT_RUN_TIME = Set.of("compile", "runtime", "");

  private static final DependencyFilter NEEDED =
      (node, parents) ->
          node.getDependency() == null || AT_RUN_TIME.contains(node.getDependency().getScope());

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  EngineResolver(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /**
   * The local cloud with its engines. They are optional dependencies of its artifact, so that a
   * project which tests on it does not get them; here they are asked for by name.
   */
  List<Path> localCloud(String version)
      throws ArtifactDescriptorException, DependencyResolutionException {
    // Without its type a reactor does not give away a module's classes before they are packaged.
    Artifact local =
        new DefaultArtifact(
            "io.eventwright",
            "eventwright-local",
            "",
            "jar",
            version,
            Map.of(ArtifactProperties.TYPE, "jar"),
            (java.io.File) null);
    ArtifactDescriptorResult descriptor =
        system.readArtifactDescriptor(
            session, new ArtifactDescriptorRequest(local, repositories, null));
    CollectRequest request = new CollectRequest();
    request.addDependency(new Dependency(local, "runtime"));
    for (Dependency engine : descriptor.getDependencies()) {
      if (AT_RUN_TIME.contains(engine.getScope())) {
        request.addDependency(engine.setOptional(false));
      }
    }
    request.setManagedDependencies(descriptor.getManagedDependencies());
    return resolve(request);
  }

  /** An engine of other people, by its name in {@code engines.properties}. */
  List<Path> engine(String name) throws IOException, DependencyResolutionException {
    Properties engines = new Properties();
    try (InputStream in = EngineResolver.class.getResourceAsStream("engines.properties")) {
      if (in == null) {
        throw new IOException("engines.properties is missing from the plugin");
      }
      engines.load(in);
    }
    CollectRequest request = new CollectRequest();
    request.addDependency(
        new Dependency(new DefaultArtifact(engines.getProperty(name)), "runtime"));
    return resolve(request);
  }

  private List<Path> resolve(CollectRequest request) throws DependencyResolutionException {
    request.setRepositories(repositories);
    return system
        .resolveDependencies(session, new DependencyRequest(request, NEEDED))
        .getArtifactResults()
        .stream()
        .map(result -> result.getArtifact().getFile().toPath())
        .toList();
  }
}
