package io.eventwright.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Properties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One target of a rule or schedule.
 *
 * @param arn whom it names
 * @param role the role that the service assumes to reach it; null for the target's own policy
 * @param constant an input that is always the same; null for none
 * @param path the part of the event that is handed on; null for none
 * @param transformer what the event becomes; null for the event itself
 * @param retries after the first attempt
 * @param oldest how long it is tried
 * @param deadLetters the dead-letter queue's ARN; null for none
 * @param group the message group of a FIFO queue; null for none
 * @param partitionKey where a stream's partition key is in the event; null for the event's id
 */
public record TargetDefinition(
    String arn,
    @Nullable String role,
    @Nullable String constant,
    @Nullable JsonPath path,
    @Nullable InputTransformer transformer,
    int retries,
    Duration oldest,
    @Nullable String deadLetters,
    @Nullable String group,
    @Nullable JsonPath partitionKey) {

  /** Reads a target's properties. */
  public static TargetDefinition of(Properties properties) {
    properties.without("Id");
    Properties retry = properties.part("RetryPolicy");
    JsonNode given = properties.tree("Input");
    String path = properties.text("InputPath");
    Properties stream = properties.part("KinesisParameters");
    String key = stream.text("PartitionKeyPath");
    return new TargetDefinition(
        properties.requiredText("Arn"),
        properties.text("RoleArn"),
        given == null ? null : given.isTextual() ? given.asText() : Json.write(given),
        path == null ? null : path(properties, "InputPath", path),
        transformer(properties),
        retry.number("MaximumRetryAttempts", 185),
        Duration.ofSeconds(retry.number("MaximumEventAgeInSeconds", 86_400)),
        properties.part("DeadLetterConfig").text("Arn"),
        properties.part("SqsParameters").text("MessageGroupId"),
        key == null ? null : path(stream, "PartitionKeyPath", key));
  }

  /** The same with another constant input. */
  public TargetDefinition saying(String input) {
    return new TargetDefinition(
        arn, role, input, path, transformer, retries, oldest, deadLetters, group, partitionKey);
  }

  private static @Nullable JsonPath path(Properties properties, String name, String path) {
    try {
      return new JsonPath(path);
    } catch (IllegalArgumentException e) {
      properties.problem(name, "invalid-input", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static @Nullable InputTransformer transformer(Properties properties) {
    if (!properties.has("InputTransformer")) {
      return null;
    }
    Properties given = properties.part("InputTransformer");
    Map<String, String> paths = new LinkedHashMap<>();
    given
        .part("InputPathsMap")
        .all()
        .forEach((name, path) -> paths.put(name, String.valueOf(path)));
    try {
      return new InputTransformer(paths, given.requiredText("InputTemplate"));
    } catch (IllegalArgumentException e) {
      given.problem("InputTemplate", "invalid-input", String.valueOf(e.getMessage()));
      return null;
    }
  }

  /**
   * What the target gets.
   *
   * @throws IllegalArgumentException if the transformer makes no JSON of this event
   */
  public String input(JsonNode event, String ruleArn) {
    if (constant != null) {
      return constant;
    }
    if (path != null) {
      return Json.write(path.in(event));
    }
    return transformer == null ? Json.write(event) : transformer.apply(event, ruleArn);
  }

  /**
   * What orders the message at the target: a queue's group, or a stream's partition key (Amazon
   * EventBridge, KinesisParameters: the event's id unless a path is given).
   */
  public @Nullable String group(JsonNode event) {
    if (!arn.startsWith("arn:aws:kinesis:")) {
      return group;
    }
    JsonNode key = partitionKey == null ? event.path("id") : partitionKey.in(event);
    return key.isValueNode() && !key.isNull() ? key.asText() : null;
  }
}
