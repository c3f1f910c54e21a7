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

  /** On the queue or stream itself. */
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
                  "kinesis:GetShardIterator",
                  "kinesis:ListShards"));

  /** What knows no resource. */
  private static final Map<String, List<String>> FINDING =
      Map.of(
          "dynamodb", List.of("dynamodb:ListStreams"), "kinesis", List.of("kinesis:ListStreams"));

  private static final Map<String, String> SENDING =
      Map.of("sqs", "sqs:SendMessage", "sns", "sns:Publish");

  private SourcePermissions() {}

  /** Notes each action that the function's role lacks as a problem of the mapping. */
  public static void check(Resource mapping, MappingSettings settings, Permissions permissions) {
    String source = settings.sourceArn();
    for (String action : NEEDED.getOrDefault(service(source), List.of())) {
      require(mapping, "EventSourceArn", settings, permissions, action, source);
    }
    for (String action : FINDING.getOrDefault(service(source), List.of())) {
      require(mapping, "EventSourceArn", settings, permissions, action, "*");
    }
    String onFailure = settings.onFailure();
    if (onFailure == null) {
      return;
    }
    String property = "DestinationConfig";
    String sending = SENDING.get(service(onFailure));
    if (sending != null) {
      require(mapping, property, settings, permissions, sending, onFailure);
    } else if (service(onFailure).equals("s3")) {
      require(mapping, property, settings, permissions, "s3:ListBucket", onFailure);
      String objects = onFailure + "/aws/lambda/" + settings.id() + "/record";
      require(mapping, property, settings, permissions, "s3:PutObject", objects);
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
    } else {
      permissions.allowsAs(settings.function().accessKeyId(), action, resource);
    }
  }
}
