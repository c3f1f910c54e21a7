package io.eventwright.local.s3;

import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;

/**
 * A bucket, as the template says it.
 *
 * @param logicalId in the template
 * @param name the bucket
 * @param tellsEventBridge whether EventBridge is told of each object
 * @param locked whether nobody can change or remove what is in it
 */
public record BucketDefinition(
    String logicalId, String name, boolean tellsEventBridge, boolean locked) {

  /** Reads it; days until objects expire are AWS's to count. */
  public static BucketDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties
        .without("BucketName", "BucketEncryption", "PublicAccessBlockConfiguration", "Tags")
        .without("OwnershipControls", "LifecycleConfiguration");
    Properties notifications = properties.part("NotificationConfiguration");
    boolean told =
        notifications.has("EventBridgeConfiguration")
            && notifications.part("EventBridgeConfiguration").flag("EventBridgeEnabled", true);
    boolean locked = locked(properties);
    if (!locked && properties.has("VersioningConfiguration")) {
      properties.problem(
          "VersioningConfiguration", "unsupported-property", "is for locked buckets only, here");
    }
    properties.part("VersioningConfiguration").without("Status");
    return new BucketDefinition(resource.logicalId(), resource.name(), told, locked);
  }

  /** A lock without a default retention holds nothing of what is put without one. */
  private static boolean locked(Properties properties) {
    if (!properties.flag("ObjectLockEnabled", false)) {
      return false;
    }
    Properties configuration = properties.part("ObjectLockConfiguration");
    configuration.without("ObjectLockEnabled");
    Properties retention = configuration.part("Rule").part("DefaultRetention");
    String mode = retention.text("Mode", "");
    retention.without("Days", "Years");
    if (!mode.equals("COMPLIANCE")) {
      configuration.problem(
          "Rule", "unsupported-value", "must have a DefaultRetention of Mode COMPLIANCE, here");
    }
    return true;
  }
}
