package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives each type its name: in the order of finding, so that what comes later changes nothing. */
final class TypeNaming {

  private final Map<TypeId, Declaration> declarations;
  private final Diagnostics found;
  private final Map<TypeId, ClassName> names = new TreeMap<>(TypeId.ORDER);
  private final Map<ClassName, Set<String>> taken = new LinkedHashMap<>();

  TypeNaming(Map<TypeId, Declaration> declarations, Diagnostics found) {
    this.declarations = declarations;
    this.found = found;
  }

  Map<TypeId, ClassName> names() {
    // Pinned names first: nothing that is only guessed may take them.
    for (Declaration each : declarations.values()) {
      Header header = each.header();
      if (header.top()) {
        names.put(header.id(), header.home());
      } else if (header.pinned() != null) {
        names.put(header.id(), header.home().nestedClass(take(header, List.of(header.pinned()))));
      }
    }
    declarations.values().forEach(each -> name(each.header()));
    return names;
  }

  private ClassName name(Header header) {
    ClassName known = names.get(header.id());
    if (known != null) {
      return known;
    }
    String wanted = JavaNames.typeName(header.wanted());
    List<String> candidates = new ArrayList<>(List.of(wanted));
    Declaration parent = header.parent() == null ? null : declarations.get(header.parent());
    if (parent != null) {
      candidates.add(JavaNames.typeName(name(parent.header()).simpleName() + wanted));
    }
    ClassName name = header.home().nestedClass(take(header, candidates));
    names.put(header.id(), name);
    return name;
  }

  private String take(Header header, List<String> candidates) {
    Set<String> used =
        taken.computeIfAbsent(
            header.home(), home -> JavaNames.taken(home.simpleName(), "Builder", "Unknown"));
    for (String candidate : candidates) {
      if (used.add(candidate.toLowerCase(Locale.ROOT))) {
        return candidate;
      }
    }
    String unique = JavaNames.unique(candidates.get(candidates.size() - 1), used);
    found.warning(
        header.location(),
        "name-collision",
        "the type is called "
            + unique
            + ", since "
            + String.join(" and ", candidates)
            + " are taken; choose a name with javaType.");
    return unique;
  }
}
