package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.Statement;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a key by whoever does something to what is encrypted with it (the services'
 * developer guides, "encryption at rest").
 */
final class KeyCalls {

  static final String DECRYPT = "kms:Decrypt";
  static final String GENERATE = "kms:GenerateDataKey";

  /** Who sends to a queue or topic may be given the data key of an earlier message. */
  static final List<String> SENDING = List.of(DECRYPT, GENERATE);

  private static final Map<String, List<String>> ASKED =
      Map.of(
          "sqs:SendMessage", SENDING,
          "sqs:ReceiveMessage", List.of(DECRYPT),
          "sns:Publish", SENDING,
          "kinesis:PutRecord", List.of(GENERATE),
          "kinesis:PutRecords", List.of(GENERATE),
          "kinesis:GetRecords", List.of(DECRYPT),
          "s3:GetObject", List.of(DECRYPT),
          "s3:PutObject", List.of(GENERATE));

  private KeyCalls() {}

  /** The calls that an action on an encrypted resource asks for. */
  static List<String> of(String action) {
    if (action.startsWith("dynamodb:")) {
      // A table has one key for all of it, which every call of an item or a stream decrypts.
      return action.startsWith("dynamodb:Describe") || action.startsWith("dynamodb:List")
          ? List.of()
          : List.of(DECRYPT);
    }
    return ASKED.getOrDefault(action, List.of());
  }

  /** Whether a key's own policy lets a service make a call in its own name. */
  static boolean admits(Resource key, String service, String call) {
    return Statement.of(key, key.at("KeyPolicy")).stream()
        .anyMatch(
            each ->
                each.allows()
                    && each.services().stream().anyMatch(one -> named(one, service))
                    && allows(each, call));
  }

  /** Whether a statement speaks of a call, a star at its end included. */
  static boolean allows(Statement statement, String call) {
    return statement.actions().stream()
        .anyMatch(
            action ->
                action.endsWith("*")
                    ? call.startsWith(action.substring(0, action.length() - 1))
                    : action.equals(call));
  }

  /** A service's name may have the region in it: {@code logs.${AWS::Region}.amazonaws.com}. */
  private static boolean named(String principal, String service) {
    return principal.replace(".${AWS::Region}", "").equals(service);
  }
}
