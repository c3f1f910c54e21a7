package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the sensitive parts of a document are: member names, and {@code *} for every item of a list
 * or value of a map.
 *
 * @param model the types
 */
public record SensitivePaths(TypeModel model) {
  private static final String EVERY = "*";

  /** Every path, each once, in the schema's order. */
  public List<List<String>> of(@Nullable Declaration root) {
    Set<List<String>> paths = new LinkedHashSet<>();
    collect(root, List.of(), new LinkedHashSet<>(), paths);
    return List.copyOf(paths);
  }

  private void collect(
      @Nullable Declaration declaration,
      List<String> path,
      Set<Declaration> around,
      Set<List<String>> paths) {
    if (declaration == null) {
      return;
    }
    if (!around.add(declaration)) {
      // A type within itself has no last depth: from its second occurrence on, all of it is hidden.
      paths.add(path);
      return;
    }
    if (declaration instanceof ObjectRecord object) {
      object.components().forEach(each -> component(each, path, around, paths));
      Declaration.Leftover leftover = object.leftover();
      Element element = leftover == null ? null : leftover.element();
      if (element != null) {
        element(element, with(path, EVERY), around, paths);
      }
    } else if (declaration instanceof Union union) {
      for (Arm arm : union.arms()) {
        if (arm.sensitive()) {
          paths.add(path);
        } else {
          type(arm.type(), path, around, paths);
        }
      }
    } else if (declaration instanceof Declaration.TupleRecord tuple) {
      if (tuple.items().stream().anyMatch(Component::sensitive)) {
        paths.add(path);
      }
    }
    around.remove(declaration);
  }

  private void component(
      Component component, List<String> path, Set<Declaration> around, Set<List<String>> paths) {
    List<String> own = with(path, component.wireName());
    if (component.sensitive()) {
      paths.add(own);
    } else {
      type(component.type(), own, around, paths);
    }
  }

  private void element(
      Element element, List<String> path, Set<Declaration> around, Set<List<String>> paths) {
    if (element.sensitive()) {
      paths.add(path);
    } else {
      type(element.type(), path, around, paths);
    }
  }

  private void type(
      JavaType type, List<String> path, Set<Declaration> around, Set<List<String>> paths) {
    if (type instanceof JavaType.Declared declared) {
      collect(model.declarations().get(declared.id()), path, around, paths);
    } else if (type instanceof JavaType.ListOf list) {
      element(list.element(), with(path, EVERY), around, paths);
    } else if (type instanceof JavaType.MapOf map) {
      element(map.element(), with(path, EVERY), around, paths);
    }
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
