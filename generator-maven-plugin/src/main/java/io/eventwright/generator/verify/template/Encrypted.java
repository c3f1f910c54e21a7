package io.eventwright.generator.verify.template;

import io.eventwright.generator.load.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With which customer's key resources are encrypted, where the service lets one choose
 * (CloudFormation's resource reference).
 */
public final class Encrypted {

  /** Where each type of resource names its key. */
  private static final Map<String, List<String>> PROPERTIES =
      Map.ofEntries(
          Map.entry(Types.TABLE, List.of("SSESpecification", "KMSMasterKeyId")),
          Map.entry(Types.QUEUE, List.of("KmsMasterKeyId")),
          Map.entry(Types.TOPIC, List.of("KmsMasterKeyId")),
          Map.entry(Types.STREAM, List.of("StreamEncryption", "KeyId")),
          Map.entry(Types.BUS, List.of("KmsKeyIdentifier")),
          Map.entry(Types.ARCHIVE, List.of("KmsKeyIdentifier")),
          Map.entry(Types.PIPE, List.of("KmsKeyIdentifier")),
          Map.entry(Types.LOG_GROUP, List.of("KmsKeyId")),
          Map.entry(Types.SCHEDULE, List.of("KmsKeyArn")),
          Map.entry(Types.FUNCTION, List.of("KmsKeyArn")),
          Map.entry(Types.STATE_MACHINE, List.of("EncryptionConfiguration", "KmsKeyId")),
          Map.entry(Types.BUCKET, List.of("BucketEncryption")));

  private Encrypted() {}

  /** Whether it can be encrypted with a customer's key. */
  public static boolean canBe(Resource resource) {
    return PROPERTIES.containsKey(resource.type());
  }

  /** What its type calls the key: the last name on the way to it. */
  public static String property(Resource resource) {
    List<String> path = PROPERTIES.getOrDefault(resource.type(), List.of(""));
    return String.join(".", path);
  }

  /** The logical id of its key, or the name of the parameter that says which; empty for AWS's. */
  public static Optional<String> with(SamTemplate template, Resource resource) {
    return Values.reference(key(template, resource));
  }

  private static @Nullable Node key(SamTemplate template, Resource resource) {
    if (resource.type().equals(Types.FUNCTION)) {
      return template.ofFunction(resource, "KmsKeyArn");
    }
    if (resource.type().equals(Types.BUCKET)) {
      return Values.many(resource.at("BucketEncryption", "ServerSideEncryptionConfiguration"))
          .stream()
          .map(each -> Values.at(each, "ServerSideEncryptionByDefault", "KMSMasterKeyID"))
          .filter(each -> each != null)
          .findFirst()
          .orElse(null);
    }
    List<String> path = PROPERTIES.getOrDefault(resource.type(), List.of());
    return path.isEmpty() ? null : resource.at(path.toArray(String[]::new));
  }
}
