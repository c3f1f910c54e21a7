package io.eventwright.local.schedule;

import io.eventwright.local.events.TargetDefinition;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;

/**
 * An EventBridge Scheduler schedule as its template declares it.
 *
 * @param logicalId its name in the template
 * @param arn its ARN
 * @param expression when it is due
 * @param enabled whether it works
 * @param target whom it tells
 */
public record ScheduleDefinition(
    String logicalId, String arn, String expression, boolean enabled, TargetDefinition target) {

  /** Reads a schedule's properties. */
  public static ScheduleDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without(
        "Name",
        "Description",
        "FlexibleTimeWindow",
        "GroupName",
        "ScheduleExpressionTimezone",
        "KmsKeyArn");
    return new ScheduleDefinition(
        resource.logicalId(),
        resource.arn(),
        properties.requiredText("ScheduleExpression"),
        !properties.text("State", "ENABLED").equals("DISABLED"),
        TargetDefinition.of(properties.part("Target")));
  }
}
