package io.eventwright.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue as its template declares it.
 *
 * @param name its physical name
 * @param arn its ARN
 * @param url its URL, at the one endpoint
 * @param visibilityTimeout in seconds
 * @param largest the largest body it takes, in bytes
 * @param attributes what the engine is told
 * @param redrive its redrive policy as JSON, or null
 */
public record QueueDefinition(
    String name,
    String arn,
    String url,
    int visibilityTimeout,
    int largest,
    Map<String, String> attributes,
    @Nullable String redrive) {

  private static final int MEBIBYTE = 1_048_576;

  /** Copies the attributes. */
  public QueueDefinition {
    attributes = Map.copyOf(attributes);
  }

  /** Reads a queue's properties. */
  public static QueueDefinition of(Resource resource) {
    Properties properties = resource.properties();
    // Retention is longer than any run here; encryption and tags change nothing on one machine.
    properties.without(
        "QueueName",
        "MessageRetentionPeriod",
        "SqsManagedSseEnabled",
        "KmsMasterKeyId",
        "KmsDataKeyReusePeriodSeconds",
        "Tags",
        "RedriveAllowPolicy");
    int visibility = properties.number("VisibilityTimeout", 30);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("VisibilityTimeout", String.valueOf(visibility));
    attributes.put("DelaySeconds", properties.text("DelaySeconds", "0"));
    attributes.put(
        "ReceiveMessageWaitTimeSeconds", properties.text("ReceiveMessageWaitTimeSeconds", "0"));
    if (properties.flag("FifoQueue", false)) {
      attributes.put("FifoQueue", "true");
      attributes.put(
          "ContentBasedDeduplication", properties.text("ContentBasedDeduplication", "false"));
      properties.without("DeduplicationScope", "FifoThroughputLimit");
    }
    JsonNode redrive = properties.tree("RedrivePolicy");
    return new QueueDefinition(
        resource.name(),
        resource.arn(),
        resource.ref(),
        visibility,
        properties.number("MaximumMessageSize", MEBIBYTE),
        attributes,
        redrive == null ? null : Json.write(redrive));
  }
}
