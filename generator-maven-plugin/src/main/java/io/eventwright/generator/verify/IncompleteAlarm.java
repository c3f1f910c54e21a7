package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Alarm;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * An alarm that cannot ring: without an operator, a threshold or a metric, or on what the template
 * lacks. Error.
 */
final class IncompleteAlarm implements TemplateRule {

  @Override
  public String id() {
    return "incomplete-alarm";
  }

  private static final List<String> REQUIRED =
      List.of(
          "ComparisonOperator",
          "EvaluationPeriods",
          "Threshold",
          "TreatMissingData",
          "AlarmDescription",
          "AlarmActions");
  private static final List<String> OF_ONE_METRIC = List.of("Namespace", "MetricName", "Period");

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Alarm alarm : Alarm.of(template)) {
      Resource resource = alarm.resource();
      List<String> missing = new ArrayList<>();
      for (String name : REQUIRED) {
        if (resource.at(name) == null) {
          missing.add(name);
        }
      }
      if (resource.at("Metrics") == null) {
        OF_ONE_METRIC.stream().filter(name -> resource.at(name) == null).forEach(missing::add);
        if (resource.at("Statistic") == null && resource.at("ExtendedStatistic") == null) {
          missing.add("Statistic");
        }
      }
      if (!missing.isEmpty()) {
        found.error(
            resource,
            "lacks "
                + String.join(", ", missing)
                + ". Add what is missing: else it cannot ring, or nobody knows why it does.");
      }
      for (Node dimension : alarm.dimensions().values()) {
        for (String id : Values.references(dimension)) {
          // SAM adds resources of its own, called after the function and its event.
          boolean known =
              template.resources().containsKey(id)
                  || Values.at(template.root(), "Parameters", id) != null
                  || EventSource.of(template).stream()
                      .anyMatch(each -> id.equals(each.function().id() + each.name()));
          if (!known) {
            found.error(
                resource,
                dimension.location(),
                "looks at " + id + ", which the template lacks. Correct the name.");
          }
        }
      }
    }
  }
}
