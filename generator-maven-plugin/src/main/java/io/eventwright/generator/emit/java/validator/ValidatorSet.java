package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All classes of one run: those asked for, and those of the schemas that they share. */
final class ValidatorSet {

  private final SchemaSet set;
  private final DynamicScopes scopes;
  private final Owners owners;
  private final SharedNames shared;
  private final boolean annotating;
  private final Map<Unit, ValidatorClass> classes = new LinkedHashMap<>();
  private final Set<ValidatorClass> unfinished = new LinkedHashSet<>();

  ValidatorSet(
      SchemaSet set, List<ValidatorTarget> targets, SharedNames shared, boolean annotating) {
    this.set = set;
    this.scopes = new DynamicScopes(set);
    this.shared = shared;
    this.annotating = annotating;
    List<Unit> roots = targets.stream().map(each -> scopes.root(each.root())).toList();
    this.owners = new Owners(set, scopes, roots);
    for (int i = 0; i < targets.size(); i++) {
      ClassName name = ClassName.get(targets.get(i).packageName(), targets.get(i).className());
      // A schema that is asked for twice is written in the first class.
      classes.computeIfAbsent(roots.get(i), root -> new ValidatorClass(this, root, name));
    }
    List.copyOf(classes.values()).forEach(each -> each.start(annotating));
    while (!unfinished.isEmpty()) {
      ValidatorClass next = unfinished.iterator().next();
      unfinished.remove(next);
      next.write();
    }
  }

  SchemaNode node(Unit unit) {
    return set.node(unit.key());
  }

  DynamicScopes scopes() {
    return scopes;
  }

  /** The class that has a unit's methods. */
  ValidatorClass owner(Unit unit) {
    Unit head = owners.of(unit);
    ValidatorClass known = classes.get(head);
    if (known == null) {
      known = new ValidatorClass(this, head, shared.name(head.key()));
      classes.put(head, known);
      known.start(annotating);
    }
    return known;
  }

  boolean isHead(Unit unit) {
    return owners.of(unit).equals(unit);
  }

  /** A class has been asked for a method that is not written yet. */
  void announce(ValidatorClass asked) {
    unfinished.add(asked);
  }

  /** The class that is made for a schema; null when there is none. */
  ValidatorClass of(ValidatorTarget target) {
    return owner(scopes.root(target.root()));
  }

  /** The classes, in the order in which they were asked for. */
  List<ValidatorClass> classes() {
    return new ArrayList<>(classes.values());
  }
}
