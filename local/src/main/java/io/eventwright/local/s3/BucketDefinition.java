package io.eventwright.local.s3;

import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;

/**
 * A bucket, as the template says it.
 *
 * @param logicalId in the template
 * @param name the bucket
 * @param tellsEventBridge whether EventBridge is told of each object
 */
public record BucketDefinition(String logicalId, String name, boolean tellsEventBridge) {

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
    return new BucketDefinition(resource.logicalId(), resource.name(), told);
  }
}
