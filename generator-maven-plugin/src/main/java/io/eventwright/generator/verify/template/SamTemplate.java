package io.eventwright.generator.verify.template;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A finished SAM template, as {@code sam deploy} would read it.
 *
 * @param root the whole document
 * @param resources by logical id, in the order of the document
 * @param files what lies beside it, by path relative to it
 */
public record SamTemplate(
    ObjectNode root, Map<String, Resource> resources, Map<String, String> files) {

  /** Keeps order, and keeps it immutable. */
  public SamTemplate {
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The template that a document is, with what lies beside it. */
  public static SamTemplate of(ObjectNode root, Map<String, String> files) {
    Map<String, Resource> resources = new LinkedHashMap<>();
    if (root.get("Resources") instanceof ObjectNode all) {
      for (ObjectNode.Member member : all.members().values()) {
        if (member.value() instanceof ObjectNode whole) {
          resources.put(member.name(), Resource.of(member, whole));
        }
      }
    }
    return new SamTemplate(root, resources, files);
  }

  /** Where the document begins. */
  public SourceLocation location() {
    return root.location();
  }

  /** The resources of a type, in order. */
  public List<Resource> ofType(String type) {
    return having(each -> each.type().equals(type));
  }

  /** The resources that are so, in order. */
  public List<Resource> having(Predicate<Resource> so) {
    return resources.values().stream().filter(so).toList();
  }

  /** The resource of a type that a value names. */
  public Optional<Resource> named(@Nullable Node value, String type) {
    return Values.reference(value)
        .map(resources::get)
        .filter(resource -> resource.type().equals(type));
  }

  /** A function's property, or what the template says of all functions. */
  public @Nullable Node ofFunction(Resource function, String property) {
    Node own = function.at(property);
    return own == null ? Values.at(root, "Globals", "Function", property) : own;
  }
}
