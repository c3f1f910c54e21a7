package io.eventwright.generator.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Actions that can be allowed on {@code *} only, as the service authorization reference has them,
 * each with what they can reach.
 */
final class ActionsWithoutResource {

  private static final Map<String, String> REASONS = reasons();

  private ActionsWithoutResource() {}

  /** Whether an action knows no resource. */
  static boolean contains(String action) {
    return REASONS.containsKey(action);
  }

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    String traces = "X-Ray has no resources: what is sent is a trace of the account";
    reasons.put("xray:PutTraceSegments", traces);
    reasons.put("xray:PutSpans", traces);
    reasons.put("xray:PutSpansForIndexing", traces);
    reasons.put("xray:PutTelemetryRecords", traces);
    reasons.put("xray:GetSamplingRules", traces);
    reasons.put("xray:GetSamplingTargets", traces);
    String streams = "a list of the account's streams is no one stream's";
    reasons.put("dynamodb:ListStreams", streams);
    reasons.put("kinesis:ListStreams", streams);
    String delivery =
        "Step Functions asks for log delivery, whose actions know no resource that exists before";
    for (String action :
        List.of(
            "CreateLogDelivery",
            "DeleteLogDelivery",
            "DescribeLogGroups",
            "DescribeResourcePolicies",
            "GetLogDelivery",
            "ListLogDeliveries",
            "PutResourcePolicy",
            "UpdateLogDelivery")) {
      reasons.put("logs:" + action, delivery);
    }
    reasons.put(
        "cloudwatch:PutMetricData", "metrics have no resources; a namespace is a condition");
    reasons.put(
        "ecr:GetAuthorizationToken",
        "a token is for the account's whole registry, no repository's");
    String mappings = "these calls are told a mapping's identifier, and ask for no resource";
    reasons.put("lambda:ListEventSourceMappings", mappings);
    return reasons;
  }
}
