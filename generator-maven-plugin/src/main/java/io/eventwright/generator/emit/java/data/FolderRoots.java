package io.eventwright.generator.emit.java.data;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashMap;
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
 * own.
 */
public final class FolderRoots {

  private static final Pattern VERSION =
      Pattern.compile("(?:(.*)/)?([^/]+)/(\\d{1,6})\\.(\\d{1,6})\\.(?:json|ya?ml)");

  private FolderRoots() {}

  /** The roots of all files of a set, sorted by file. */
  public static List<RootType> of(SchemaSet schemas, String basePackage) {
    Map<String, Map<Integer, SchemaKey>> events = new TreeMap<>();
    Map<String, SchemaKey> others = new TreeMap<>();
    schemas
        .roots()
        .forEach(
            (file, key) -> {
              Matcher version = VERSION.matcher(file);
              if (version.matches()) {
                String folder = version.group(1) == null ? "" : version.group(1) + "/";
                String event = folder + version.group(2) + "/" + version.group(3);
                events
                    .computeIfAbsent(event, name -> new TreeMap<>())
                    .put(Integer.parseInt(version.group(4)), key);
              } else {
                others.put(file, key);
              }
            });
    Map<String, Set<String>> taken = new HashMap<>();
    List<RootType> roots = new ArrayList<>();
    events.forEach((event, minors) -> roots.add(event(event, minors, basePackage, taken)));
    others.forEach((file, key) -> roots.add(other(file, key, basePackage, taken)));
    return roots;
  }

  private static RootType other(
      String file, SchemaKey key, String basePackage, Map<String, Set<String>> taken) {
    RootType root = RootType.of(name(file, basePackage, taken), key);
    // By convention such a folder holds parts of other schemas.
    return file.startsWith("_") || file.contains("/_") ? root.whereNeeded() : root;
  }

  private static RootType event(
      String path,
      Map<Integer, SchemaKey> minors,
      String basePackage,
      Map<String, Set<String>> taken) {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, slash);
    EventRef event =
        new EventRef(
            folder.substring(folder.lastIndexOf('/') + 1),
            Integer.parseInt(path.substring(slash + 1)));
    String plain = new JavaNames("").eventRecord(event).simpleName();
    ClassName name = unique(packageOf(folder, basePackage), plain, taken);
    return new RootType(
        name,
        List.copyOf(minors.values()),
        minors.keySet().stream()
            .map(minor -> name.peerClass(name.simpleName() + "_" + minor + "Validator"))
            .toList(),
        true);
  }

  private static ClassName name(String file, String basePackage, Map<String, Set<String>> taken) {
    String base = file.substring(file.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf('.');
    String name = JavaNames.typeName(dot > 0 ? base.substring(0, dot) : base);
    return unique(packageOf(file, basePackage), name, taken);
  }

  /** The base package and a part for each folder above the last name of a path. */
  private static String packageOf(String path, String basePackage) {
    StringBuilder name = new StringBuilder(basePackage);
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      name.append(name.isEmpty() ? "" : ".").append(JavaNames.packagePart(parts[i]));
    }
    return name.toString();
  }

  private static ClassName unique(
      String packageName, String simpleName, Map<String, Set<String>> taken) {
    return ClassName.get(
        packageName,
        JavaNames.unique(
            simpleName, taken.computeIfAbsent(packageName, name -> JavaNames.taken())));
  }
}
