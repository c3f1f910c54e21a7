package io.eventwright.local.kinesis;

import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.time.Duration;

/**
 * A stream as its template declares it.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param shards how many it begins with
 * @param onDemand whether the service chooses the number of shards
 * @param retention how long records are kept
 * @param encrypted whether records are encrypted at rest
 */
public record StreamDefinition(
    String name, String arn, int shards, boolean onDemand, Duration retention, boolean encrypted) {

  /** What a new stream on demand begins with: four megabytes a second of writes. */
  private static final int ON_DEMAND_SHARDS = 4;

  private static final int LEAST_HOURS = 24;
  private static final int MOST_HOURS = 8760;

  /** Reads a stream's properties. */
  public static StreamDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("Name", "Tags", "DesiredShardLevelMetrics");
    boolean onDemand =
        properties.part("StreamModeDetails").text("StreamMode", "PROVISIONED").equals("ON_DEMAND");
    int shards = properties.number("ShardCount", onDemand ? ON_DEMAND_SHARDS : 1);
    if (onDemand && properties.has("ShardCount")) {
      properties.problem("ShardCount", "wrong-value", "cannot be given for a stream on demand");
    }
    if (shards < 1) {
      properties.problem("ShardCount", "wrong-value", "must be 1 or more");
      shards = 1;
    }
    int hours = properties.number("RetentionPeriodHours", LEAST_HOURS);
    if (hours < LEAST_HOURS || hours > MOST_HOURS) {
      properties.problem(
          "RetentionPeriodHours",
          "wrong-value",
          "must be from " + LEAST_HOURS + " to " + MOST_HOURS);
    }
    Properties encryption = properties.part("StreamEncryption").without("KeyId");
    boolean encrypted = encryption.text("EncryptionType", "NONE").equals("KMS");
    return new StreamDefinition(
        resource.name(), resource.arn(), shards, onDemand, Duration.ofHours(hours), encrypted);
  }

  /** The account in its ARN. */
  String account() {
    return arn.split(":", 6)[4];
  }
}
