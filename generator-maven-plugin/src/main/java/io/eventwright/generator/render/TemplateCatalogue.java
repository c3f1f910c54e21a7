package io.eventwright.generator.render;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.diagnostic.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a template by its path, such as {@code sam/worker.yaml.vm}: the user's when there is one,
 * else the built-in one.
 */
public final class TemplateCatalogue {

  private static final String ROOT = "eventwright/templates/";
  private static final String INDEX = ROOT + "index.txt";

  private final SortedMap<String, TemplateText> overrides;

  /**
   * @param overrides the user's templates by path
   */
  public TemplateCatalogue(Map<String, TemplateText> overrides) {
    this.overrides = new TreeMap<>(overrides);
  }

  /** The built-in templates alone. */
  public static TemplateCatalogue builtIn() {
    return new TemplateCatalogue(Map.of());
  }

  /** The paths of all built-in templates, sorted. */
  public static List<String> paths() {
    return resource(INDEX)
        .orElseThrow(
            () -> new IllegalStateException("the templates' index is not on the class path"))
        .lines()
        .filter(line -> !line.isBlank())
        .sorted()
        .toList();
  }

  /**
   * What is wrong with the overrides as a whole: one that has the path of no template is never
   * used, which its writer would find out late.
   */
  public List<Diagnostic> check() {
    List<String> known = paths();
    List<Diagnostic> found = new ArrayList<>();
    overrides.forEach(
        (path, template) -> {
          if (!known.contains(path)) {
            found.add(
                Diagnostic.error(
                    SourceLocation.ofFile(template.file()),
                    "unknown-template",
                    "No template has the path "
                        + path
                        + ", so this one would never be used."
                        + Suggestion.didYouMean(path, known)
                        + " The templates are: "
                        + String.join(", ", known)
                        + "."));
          }
        });
    return found;
  }

  Optional<TemplateText> find(String path) {
    TemplateText own = overrides.get(path);
    return own != null
        ? Optional.of(own)
        : resource(ROOT + path).map(text -> new TemplateText(path, text));
  }

  private static Optional<String> resource(String path) {
    try (InputStream in = TemplateCatalogue.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    }
  }
}
