package io.eventwright.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template after every function is evaluated: what shall exist.
 *
 * @param settings what the template was evaluated with
 * @param resources in the template's order, those made by the SAM transform after their origin
 * @param outputs the template's outputs
 */
public record Stack(StackSettings settings, List<Resource> resources, Map<String, String> outputs) {

  /** Copies its lists. */
  public Stack {
    resources = List.copyOf(resources);
    outputs = Map.copyOf(outputs);
  }

  /** The resources of one type, in order. */
  public List<Resource> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The resource of that logical id. */
  public Optional<Resource> find(String logicalId) {
    return resources.stream().filter(r -> r.logicalId().equals(logicalId)).findFirst();
  }

  /** Logical id to what {@code Ref} gives. */
  public Map<String, String> refs() {
    Map<String, String> refs = new LinkedHashMap<>();
    resources.forEach(resource -> refs.put(resource.logicalId(), resource.ref()));
    return refs;
  }
}
