package io.eventwright.local.iam;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AWS's own policies that a function's role commonly has (AWS Managed Policy Reference), as far as
 * their actions reach services that run here.
 */
final class ManagedPolicies {

  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          "AWSLambdaBasicExecutionRole", List.of("logs:*"),
          "AWSXRayDaemonWriteAccess", List.of("xray:*"),
          "AWSLambdaSQSQueueExecutionRole",
              List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
          "AWSLambdaDynamoDBExecutionRole",
              List.of(
                  "dynamodb:DescribeStream",
                  "dynamodb:GetRecords",
                  "dynamodb:GetShardIterator",
                  "dynamodb:ListStreams"),
          "AWSLambdaKinesisExecutionRole",
              List.of(
                  "kinesis:DescribeStream",
                  "kinesis:DescribeStreamSummary",
                  "kinesis:GetRecords",
                  "kinesis:GetShardIterator",
                  "kinesis:ListShards",
                  "kinesis:ListStreams",
                  "kinesis:SubscribeToShard"));

  private ManagedPolicies() {}

  /** By name or ARN; null if it is not known here. */
  static @Nullable List<Statement> find(String name) {
    List<String> actions = ACTIONS.get(name.substring(name.lastIndexOf('/') + 1));
    return actions == null ? null : List.of(allowing(actions));
  }

  /** What SAM gives to a role that it makes for a function with event sources. */
  static List<Statement> execution() {
    return Stream.of(
            "AWSLambdaBasicExecutionRole",
            "AWSLambdaSQSQueueExecutionRole",
            "AWSLambdaDynamoDBExecutionRole",
            "AWSLambdaKinesisExecutionRole")
        .map(name -> allowing(ACTIONS.getOrDefault(name, List.of())))
        .toList();
  }

  private static Statement allowing(List<String> actions) {
    return new Statement("", true, List.of(), actions, false, List.of("*"), false, List.of());
  }
}
