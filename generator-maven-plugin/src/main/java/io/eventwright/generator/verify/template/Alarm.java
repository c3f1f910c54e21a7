package io.eventwright.generator.verify.template;

import io.eventwright.generator.load.document.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an alarm looks at.
 *
 * @param resource the alarm
 * @param namespace of the metric, empty when none is given
 * @param metric its name, empty when none is given
 * @param dimensions what is measured, by the dimension's name
 */
public record Alarm(
    Resource resource, String namespace, String metric, Map<String, Node> dimensions) {

  /** Keeps order, and keeps it immutable. */
  public Alarm {
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
  }

  /** All alarms of a template. */
  public static List<Alarm> of(SamTemplate template) {
    return template.ofType(Types.ALARM).stream().map(Alarm::of).toList();
  }

  private static Alarm of(Resource resource) {
    Map<String, Node> dimensions = new LinkedHashMap<>();
    for (Node each : Values.many(resource.at("Dimensions"))) {
      Node value = Values.at(each, "Value");
      String name = Values.text(Values.at(each, "Name"));
      if (name != null && value != null) {
        dimensions.put(name, value);
      }
    }
    return new Alarm(
        resource,
        Optional.ofNullable(Values.text(resource.at("Namespace"))).orElse(""),
        Optional.ofNullable(Values.text(resource.at("MetricName"))).orElse(""),
        dimensions);
  }

  /** Whether it looks at a metric of a resource. */
  public boolean watches(Resource watched, String itsNamespace, List<String> metrics) {
    return namespace.equals(itsNamespace)
        && metrics.contains(metric)
        && dimensions.values().stream()
            .anyMatch(value -> Values.references(value).contains(watched.id()));
  }
}
