package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.DocumentNames;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the validators of schemas that several others refer to: by their file and the place in it,
 * so that the name stays when other schemas come and go.
 */
final class SharedNames {

  private static final String SUFFIX = "Validator";

  private final String sharedPackage;
  private final Map<SchemaKey, ClassName> targets = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Set<String>> taken = new LinkedHashMap<>();

  /**
   * @param sharedPackage the package of what belongs to no target
   * @param targets classes that are asked for
   */
  SharedNames(SchemaSet set, String sharedPackage, List<ValidatorTarget> targets) {
    this.sharedPackage = sharedPackage;
    set.roots().forEach((file, key) -> files.putIfAbsent(key.resource(), file));
    for (ValidatorTarget target : targets) {
      this.targets.putIfAbsent(
          target.root(), ClassName.get(target.packageName(), target.className()));
      taken(target.packageName()).addAll(JavaNames.taken(target.className()));
    }
  }

  private Set<String> taken(String packageName) {
    return taken.computeIfAbsent(packageName, each -> JavaNames.taken());
  }

  /** The class for a schema that is shared. */
  ClassName name(SchemaKey key) {
    ClassName target = targets.get(new SchemaKey(key.resource(), ""));
    String place = MethodNames.fromPointer(key.pointer());
    if (target != null) {
      String base = target.simpleName();
      return unique(
          target.packageName(),
          (base.endsWith(SUFFIX) ? base.substring(0, base.length() - SUFFIX.length()) : base)
              + place);
    }
    return unique(sharedPackage, file(key.resource()) + place);
  }

  private ClassName unique(String packageName, String name) {
    Set<String> names = taken(packageName);
    String candidate = name + SUFFIX;
    for (int number = 2; !names.addAll(JavaNames.taken(candidate)); number++) {
      candidate = name + "_" + number + SUFFIX;
    }
    return ClassName.get(packageName, candidate);
  }

  /** A document's name, such as {@code Money}; a version's has its folder's before it. */
  private String file(String resource) {
    String path = files.getOrDefault(resource, resource).replace('\\', '/');
    String[] parts = path.split("[/:#?]+");
    String last = parts.length == 0 ? "" : parts[parts.length - 1];
    String stem = DocumentNames.withoutPath(MethodNames.stem(last), resource);
    boolean version = !stem.isEmpty() && Character.isDigit(stem.charAt(0)) && parts.length > 1;
    return JavaNames.typeName(version ? parts[parts.length - 2] + "-" + stem : stem);
  }
}
