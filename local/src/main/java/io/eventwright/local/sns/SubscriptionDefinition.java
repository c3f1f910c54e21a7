package io.eventwright.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its template declares it.
 *
 * @param arn its ARN
 * @param topicArn the topic
 * @param protocol {@code sqs} or {@code lambda}
 * @param endpoint ARN of who is told
 * @param raw whether a queue gets the message alone
 * @param policy what it lets through; null for everything
 * @param deadLetters ARN of the queue for what cannot be delivered; null for none
 */
public record SubscriptionDefinition(
    String arn,
    String topicArn,
    String protocol,
    String endpoint,
    boolean raw,
    @Nullable FilterPolicy policy,
    @Nullable String deadLetters) {

  /** Reads a subscription's properties, by the service's limits. */
  public static SubscriptionDefinition of(Resource resource) {
    Properties properties = resource.properties();
    String protocol = properties.requiredText("Protocol");
    if (!protocol.equals("sqs") && !protocol.equals("lambda")) {
      properties.problem(
          "Protocol", "unsupported-property", "is sqs or lambda here, not " + protocol);
    }
    boolean raw = properties.flag("RawMessageDelivery", false);
    if (raw && protocol.equals("lambda")) {
      properties.problem("RawMessageDelivery", "wrong-value", "is not for functions");
    }
    JsonNode redrive = properties.tree("RedrivePolicy");
    return new SubscriptionDefinition(
        resource.arn(),
        properties.requiredText("TopicArn"),
        protocol,
        properties.requiredText("Endpoint"),
        raw,
        FilterPolicy.of(properties),
        redrive == null ? null : redrive.path("deadLetterTargetArn").asText());
  }

  /** Reads a topic's properties: those that change nothing here, and those that are not here. */
  public static void checkTopic(Resource resource) {
    Properties properties = resource.properties();
    properties.without("TopicName", "DisplayName", "Tags", "TracingConfig", "KmsMasterKeyId");
    if (properties.flag("FifoTopic", false)) {
      properties.problem("FifoTopic", "unsupported-property", "is not here: topics keep no order");
    }
  }
}
