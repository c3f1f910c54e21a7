package io.eventwright.local.lambda;

import io.eventwright.local.iam.Permissions;
import io.eventwright.local.template.Resource;
import java.util.List;
import java.util.Map;

/**
 * Lambda reads a queue or stream with the function's own role, and refuses a mapping whose role
 * does not let it (AWS Lambda, "Execution role permissions" of each event source).
 */
public final class SourcePermissions {

  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "sqs", List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
          "dynamodb",
              List.of(
                  "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
          "kinesis",
              List.of(
                  "kinesis:DescribeStream",
                  "kinesis:DescribeStreamSummary",
                  "kinesis:GetRecords",
                  "kinesis:GetShardIterator"));

  private static final Map<String, String> SENDING =
      Map.of("sqs", "sqs:SendMessage", "sns", "sns:Publish");

  private SourcePermissions() {}

  /** Notes each action that the function's role lacks as a problem of the mapping. */
  public static void check(Resource mapping, MappingSettings settings, Permissions permissions) {
    String source = settings.sourceArn();
    for (String action : NEEDED.getOrDefault(service(source), List.of())) {
      require(mapping, "EventSourceArn", settings, permissions, action, source);
    }
    String onFailure = settings.onFailure();
    String sending = onFailure == null ? null : SENDING.get(service(onFailure));
    if (onFailure != null && sending != null) {
      require(mapping, "DestinationConfig", settings, permissions, sending, onFailure);
    }
  }

  private static String service(String arn) {
    return arn.split(":", 4)[2];
  }

  private static void require(
      Resource mapping,
      String property,
      MappingSettings settings,
      Permissions permissions,
      String action,
      String resource) {
    String lacking = permissions.lacking(settings.function().role(), action, resource);
    if (lacking != null) {
      mapping
          .properties()
          .problem(
              property,
              "missing-permission",
              "needs %s, which the role of %s does not allow"
                  .formatted(lacking, settings.function().logicalId()));
    }
  }
}
