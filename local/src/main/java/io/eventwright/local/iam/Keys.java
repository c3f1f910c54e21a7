package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a stack's resources are encrypted with which customer's key. */
final class Keys {

  private final Map<String, String> byResource = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** Reads every resource that says with which key it is encrypted. */
  static Keys of(Stack stack) {
    Keys keys = new Keys();
    for (Resource key : stack.ofType("AWS::KMS::Key")) {
      keys.names.put(key.ref(), key.arn());
      keys.names.put(key.arn(), key.arn());
    }
    for (Resource alias : stack.ofType("AWS::KMS::Alias")) {
      String target = keys.names.get(alias.properties().text("TargetKeyId", ""));
      if (target != null) {
        keys.names.put(alias.name(), target);
        keys.names.put(alias.arn(), target);
      }
    }
    for (Resource resource : stack.resources()) {
      String key = keys.arn(property(resource));
      if (key != null) {
        keys.byResource.put(resource.arn(), key);
      }
    }
    return keys;
  }

  /** The key of a resource, by its ARN; null when AWS owns it. */
  @Nullable String of(String resourceArn) {
    return byResource.get(KeyUse.owner(resourceArn));
  }

  private @Nullable String arn(@Nullable String given) {
    if (given == null) {
      return null;
    }
    String known = names.get(given);
    // One that is kept elsewhere; aliases such as alias/aws/kinesis are AWS's own.
    return known == null && given.matches("arn:[a-z-]+:kms:.*:key/.*") ? given : known;
  }

  private static @Nullable String property(Resource resource) {
    Properties properties = resource.properties();
    return switch (resource.type()) {
      case "AWS::DynamoDB::Table" -> nested(properties, "SSESpecification", "KMSMasterKeyId");
      case "AWS::SQS::Queue", "AWS::SNS::Topic" -> properties.text("KmsMasterKeyId");
      case "AWS::Kinesis::Stream" -> nested(properties, "StreamEncryption", "KeyId");
      case "AWS::S3::Bucket" -> bucket(properties.tree("BucketEncryption"));
      case "AWS::Events::EventBus", "AWS::Events::Archive", "AWS::Pipes::Pipe" ->
          properties.text("KmsKeyIdentifier");
      case "AWS::Scheduler::Schedule" -> properties.text("KmsKeyArn");
      case "AWS::Logs::LogGroup" -> properties.text("KmsKeyId");
      case "AWS::StepFunctions::StateMachine" ->
          nested(properties, "EncryptionConfiguration", "KmsKeyId");
      default -> null;
    };
  }

  private static @Nullable String nested(Properties properties, String part, String name) {
    JsonNode tree = properties.tree(part);
    return tree == null || !tree.hasNonNull(name) ? null : tree.path(name).asText();
  }

  private static @Nullable String bucket(@Nullable JsonNode encryption) {
    JsonNode first =
        encryption == null
            ? null
            : encryption
                .path("ServerSideEncryptionConfiguration")
                .path(0)
                .path("ServerSideEncryptionByDefault")
                .get("KMSMasterKeyID");
    return first == null || first.isNull() ? null : first.asText();
  }
}
