package io.eventwright.generator.emit.java.data;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to call the classes of a folder of schemas. {@code order-placed/2.1.json} is a version of an
 * event, whose majors become a record each; any other file becomes a record named by its path,
 * except that a file in a folder like {@code _types} becomes a class only where it is a type of its
 * own, and one in {@code _imported}, which is someone else's, only where another refers to it.
 */
public final class FolderRoots {
  private static final Pattern VERSION =
      Pattern.compile("(?:(.*)/)?([^/]+)/(\\d{1,6})\\.(\\d{1,6})\\.(?:json|ya?ml)");

  /** Packages below the base that typed identifiers and shared types go into. */
  private static final Set<String> RESERVED = Set.of("id", "type");

  /** The folder that {@code events:import} copies to. */
  private static final Pattern IMPORTED = Pattern.compile("(?:.*/)?_imported/.*");

  private final SchemaSet schemas;
  private final String basePackage;
  private final Diagnostics found;
  private final Map<String, Set<String>> taken = new LinkedHashMap<>();

  private FolderRoots(SchemaSet schemas, String basePackage, Diagnostics found) {
    this.schemas = schemas;
    this.basePackage = basePackage;
    this.found = found;
  }

  /** The roots of all files of a set: events, then others, each sorted by file. */
  public static List<RootType> of(SchemaSet schemas, String basePackage, Diagnostics found) {
    return new FolderRoots(schemas, basePackage, found).roots();
  }

  private List<RootType> roots() {
    Map<String, Map<Integer, SchemaKey>> events = new TreeMap<>();
    Map<String, SchemaKey> others = new TreeMap<>();
    schemas
        .roots()
        .forEach(
            (file, key) -> {
              Matcher version = VERSION.matcher(file);
              if (version.matches()) {
                String folder = version.group(1) == null ? "" : version.group(1) + "/";
                // Sorted as numbers: the oldest major is home to what they share.
                int major = Integer.parseInt(version.group(3));
                String event = folder + version.group(2) + "/" + "%06d".formatted(major);
                events
                    .computeIfAbsent(event, name -> new TreeMap<>())
                    .put(Integer.parseInt(version.group(4)), key);
              } else if (!IMPORTED.matcher(file).matches()) {
                others.put(file, key);
              }
            });
    List<RootType> roots = new ArrayList<>();
    events.forEach((event, minors) -> roots.add(event(event, minors)));
    others.forEach((file, key) -> roots.add(other(file, key)));
    return roots;
  }

  private RootType other(String file, SchemaKey key) {
    String base = file.substring(file.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf('.');
    String name = JavaNames.typeName(dot > 0 ? base.substring(0, dot) : base);
    ClassName wanted = RootType.named(ClassName.get(packageOf(file), name), schemas.node(key));
    RootType root = RootType.of(unique(wanted.packageName(), wanted.simpleName(), key), key);
    // By convention such a folder holds parts of other schemas.
    return file.startsWith("_") || file.contains("/_") ? root.whereNeeded() : root;
  }

  private RootType event(String path, Map<Integer, SchemaKey> minors) {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, slash);
    EventRef event =
        new EventRef(
            folder.substring(folder.lastIndexOf('/') + 1),
            Integer.parseInt(path.substring(slash + 1)));
    String plain = new JavaNames("").eventRecord(event).simpleName();
    ClassName name = unique(packageOf(folder), plain, minors.values().iterator().next());
    return new RootType(
        name,
        "event " + folder,
        List.copyOf(minors.values()),
        minors.keySet().stream()
            .map(minor -> name.peerClass(name.simpleName() + "_" + minor + "Validator"))
            .toList(),
        true,
        false);
  }

  /** The base package and a part for each folder above the last name of a path. */
  private String packageOf(String path) {
    StringBuilder name = new StringBuilder(basePackage);
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      String part = JavaNames.packagePart(parts[i]);
      name.append(name.isEmpty() ? "" : ".").append(part);
      if (i == 0 && RESERVED.contains(part)) {
        name.append('_');
      }
    }
    return name.toString();
  }

  private ClassName unique(String packageName, String wanted, SchemaKey key) {
    String name =
        JavaNames.uniqueType(wanted, taken.computeIfAbsent(packageName, each -> JavaNames.taken()));
    if (!name.equals(wanted)) {
      found.warning(
          schemas.node(key).location(),
          "name-collision",
          "the class of this file is called "
              + name
              + ", since "
              + wanted
              + " or a class beside it is taken; call the file otherwise.");
    }
    return ClassName.get(packageName, name);
  }
}
