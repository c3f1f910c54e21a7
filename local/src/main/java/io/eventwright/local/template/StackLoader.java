package io.eventwright.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From a template's text to the resources that shall exist: read, apply the SAM transform, drop
 * what its condition excludes, evaluate every function.
 */
public final class StackLoader {

  private final Problems problems;
  private final StackSettings settings;

  /** Problems are noted, not thrown: whoever reads the resources goes on adding to them. */
  public StackLoader(StackSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Loads the template of that file. */
  public Stack load(Path file) throws IOException {
    return load(Files.readString(file));
  }

  /** Loads a template from its text. */
  public Stack load(String text) {
    Template template = new TemplateReader(problems).read(text);
    problems.throwIfAny();
    Map<String, Declaration> declarations = new SamTransform(template, problems).apply();
    checkTypes(template, declarations);
    problems.throwIfAny();

    Map<String, Declaration> present = new LinkedHashMap<>(declarations);
    Names names = new Names(template, settings, present);
    present.values().removeIf(declaration -> excluded(template, names, declaration));

    List<Resource> resources = new ArrayList<>();
    for (Declaration declaration : present.values()) {
      resource(template, names, declaration, resources);
    }
    return new Stack(settings, resources, outputs(template, names));
  }

  private void checkTypes(Template template, Map<String, Declaration> declarations) {
    if (declarations.isEmpty()) {
      problems.add(Position.START, "no-resources", "The template has no Resources.");
    }
    for (Declaration declaration : declarations.values()) {
      if (!ResourceType.KNOWN.containsKey(declaration.type())) {
        problems.add(
            template.position("Resources/" + declaration.logicalId()),
            "unsupported-resource",
            "%s: the local cloud does not know the type %s.%s"
                .formatted(
                    declaration.logicalId(),
                    declaration.type(),
                    Nearest.hint(declaration.type(), ResourceType.KNOWN.keySet())));
      }
    }
  }

  private boolean excluded(Template template, Names names, Declaration declaration) {
    if (declaration.condition() == null) {
      return false;
    }
    try {
      return !names.condition(declaration.condition());
    } catch (EvaluationException e) {
      problem(template, declaration.logicalId(), declaration.path(), e);
      return true;
    }
  }

  private void resource(
      Template template, Names names, Declaration declaration, List<Resource> resources) {
    String id = declaration.logicalId();
    Map<String, @Nullable Object> evaluated = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> property : declaration.properties().entrySet()) {
      try {
        Object value = names.functions().evaluate(property.getValue());
        if (value != Functions.NO_VALUE) {
          evaluated.put(property.getKey(), value);
        }
      } catch (EvaluationException e) {
        problem(
            template,
            id + "." + property.getKey(),
            declaration.path() + "/" + property.getKey(),
            e);
      }
    }
    try {
      String owner = id + " (" + declaration.type() + ")";
      Properties properties =
          new Properties(owner, declaration.path(), evaluated, template, problems);
      resources.add(
          new Resource(
              id,
              declaration.type(),
              names.name(id),
              names.arn(id),
              String.valueOf(names.ref(id)),
              properties));
    } catch (EvaluationException e) {
      problem(template, id, declaration.path(), e);
    }
  }

  private Map<String, String> outputs(Template template, Names names) {
    Map<String, String> outputs = new LinkedHashMap<>();
    template
        .section("Outputs")
        .forEach(
            (name, output) -> {
              try {
                if (output instanceof Map<?, ?> map && wanted(names, map)) {
                  outputs.put(name, String.valueOf(names.functions().evaluate(map.get("Value"))));
                }
              } catch (EvaluationException e) {
                problem(template, name, "Outputs/" + name, e);
              }
            });
    return outputs;
  }

  private static boolean wanted(Names names, Map<?, ?> output) {
    return !(output.get("Condition") instanceof String condition) || names.condition(condition);
  }

  private void problem(Template template, String what, String path, EvaluationException e) {
    problems.add(template.position(path), "cannot-evaluate", what + ": " + e.getMessage());
  }
}
