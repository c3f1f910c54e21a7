package io.eventwright.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a service does with a resource's key when something is done to the resource (the developer
 * guides of the services, "encryption at rest").
 */
final class KeyUse {

  private static final List<String> DECRYPT = List.of("kms:Decrypt");
  private static final List<String> GENERATE = List.of("kms:GenerateDataKey");

  /** Who sends may be given the data key of an earlier message, and decrypts it. */
  private static final List<String> BOTH = List.of("kms:GenerateDataKey", "kms:Decrypt");

  private static final Map<String, List<String>> ASKS =
      Map.of(
          "sqs:SendMessage", BOTH,
          "sqs:ReceiveMessage", DECRYPT,
          "sns:Publish", BOTH,
          "kinesis:PutRecord", GENERATE,
          "kinesis:PutRecords", GENERATE,
          "kinesis:GetRecords", DECRYPT,
          "s3:GetObject", DECRYPT,
          "s3:PutObject", GENERATE);

  /** What looks at a table, and not into it. */
  private static final Set<String> WITHOUT =
      Set.of(
          "dynamodb:DescribeTable",
          "dynamodb:ListTables",
          "dynamodb:ListStreams",
          "dynamodb:DescribeStream",
          "dynamodb:GetShardIterator");

  private static final Map<String, String> CONTEXTS =
      Map.of(
          "dynamodb", "aws:dynamodb:tableName",
          "sqs", "aws:sqs:arn",
          "sns", "aws:sns:topicArn",
          "kinesis", "aws:kinesis:arn",
          "s3", "aws:s3:arn");

  private KeyUse() {}

  /** The calls of the key. A table has one key for all of it, which every call decrypts. */
  static List<String> of(String action) {
    if (action.startsWith("dynamodb:")) {
      return WITHOUT.contains(action) ? List.of() : DECRYPT;
    }
    return ASKS.getOrDefault(action, List.of());
  }

  /** The resource that has the key: the table of an index or a stream, the bucket of an object. */
  static String owner(String resource) {
    if (resource.startsWith("arn:aws:s3:::")) {
      return resource.replaceFirst("/.*", "");
    }
    return resource.replaceFirst("(:table/[^/]+)/.*", "$1");
  }

  /** A call of the key for something done to a resource, with what the service binds it to. */
  static Access access(String call, String key, String action, String resource) {
    String service = action.substring(0, action.indexOf(':'));
    String owner = owner(resource);
    String bound = service.equals("dynamodb") ? owner.replaceFirst(".*:table/", "") : owner;
    return Access.of(call, key)
        .with("kms:EncryptionContext:" + CONTEXTS.getOrDefault(service, service), List.of(bound));
  }
}
