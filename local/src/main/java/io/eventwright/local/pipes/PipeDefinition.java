package io.eventwright.local.pipes;

import io.eventwright.local.events.JsonPath;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pipe from a queue to a queue, as its template declares it.
 *
 * @param logicalId its name in the template
 * @param arn its ARN
 * @param role that it works with
 * @param source ARN of the queue that it takes from
 * @param target ARN of the queue that it sends to
 * @param batchSize messages at most of one receive
 * @param input where in a message the target's body is; null for the whole message
 * @param group the message group, or where in a message it is; null for none
 * @param deduplication the same of the deduplication id
 * @param running whether it works
 */
public record PipeDefinition(
    String logicalId,
    String arn,
    String role,
    String source,
    String target,
    int batchSize,
    @Nullable JsonPath input,
    @Nullable Parameter group,
    @Nullable Parameter deduplication,
    boolean running) {

  private static final Pattern WHOLE = Pattern.compile("<(\\$[^<>]*)>");

  /** A value, or where in a message it is: the whole of it is a path, or none of it. */
  record Parameter(String text, @Nullable JsonPath path) {}

  /** Reads a pipe's properties. */
  public static PipeDefinition of(Resource resource) {
    Properties properties = resource.properties();
    properties.without("Name", "Description", "Tags", "LogConfiguration", "KmsKeyIdentifier");
    String source = properties.requiredText("Source");
    String target = properties.requiredText("Target");
    queue(properties, "Source", source);
    queue(properties, "Target", target);
    Properties taking = properties.part("SourceParameters").part("SqsQueueParameters");
    taking.number("MaximumBatchingWindowInSeconds", 0);
    Properties parameters = properties.part("TargetParameters");
    Properties sending = parameters.part("SqsQueueParameters");
    return new PipeDefinition(
        resource.logicalId(),
        resource.arn(),
        properties.requiredText("RoleArn"),
        source,
        target,
        Math.min(10, taking.number("BatchSize", 10)),
        input(parameters),
        parameter(sending, "MessageGroupId"),
        parameter(sending, "MessageDeduplicationId"),
        !properties.text("DesiredState", "RUNNING").equals("STOPPED"));
  }

  private static void queue(Properties properties, String name, String arn) {
    if (!arn.startsWith("arn:aws:sqs:")) {
      properties.problem(name, "unsupported-property", "is a queue here, not " + arn);
    }
  }

  private static @Nullable JsonPath input(Properties parameters) {
    String template = parameters.text("InputTemplate");
    if (template == null) {
      return null;
    }
    Matcher whole = WHOLE.matcher(template);
    if (!whole.matches()) {
      parameters.problem(
          "InputTemplate", "unsupported-property", "is one path here, such as <$.body>");
      return null;
    }
    return path(parameters, "InputTemplate", whole.group(1));
  }

  private static @Nullable Parameter parameter(Properties sending, String name) {
    String text = sending.text(name);
    return text == null
        ? null
        : new Parameter(text, text.startsWith("$") ? path(sending, name, text) : null);
  }

  private static @Nullable JsonPath path(Properties properties, String name, String path) {
    try {
      return new JsonPath(path);
    } catch (IllegalArgumentException e) {
      properties.problem(name, "invalid-input", String.valueOf(e.getMessage()));
      return null;
    }
  }
}
