package io.eventwright.runtime.manage;

import io.eventwright.runtime.manage.SourceState.Kind;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Event source mappings, as Lambda's API shows them.
 *
 * @param lambda has the mappings
 * @param sqs has their queues
 */
public record EventSources(Supplier<LambdaClient> lambda, Supplier<SqsClient> sqs) {

  /**
   * A mapping as it was when it was looked at.
   *
   * @param id its UUID
   * @param arn what it reads
   */
  public record Looked(String id, String arn, SourceState state) {}

  /** How a mapping stands. */
  public Looked look(String id) {
    GetEventSourceMappingResponse answer =
        lambda.get().getEventSourceMapping(request -> request.uuid(id));
    String arn = answer.eventSourceArn();
    String state = answer.state();
    return new Looked(
        id,
        arn,
        new SourceState(
            kind(arn),
            state.equals("Enabled") || state.equals("Enabling"),
            state.equals("Enabled") || state.equals("Disabled")));
  }

  private static Kind kind(String arn) {
    if (!arn.split(":", 4)[2].equals("sqs")) {
      return Kind.STREAM;
    }
    return arn.endsWith(".fifo") ? Kind.FIFO : Kind.QUEUE;
  }

  /**
   * Pauses or resumes it.
   *
   * @return false when it is on its way from one state to another, and takes no order
   */
  public boolean poll(String id, boolean on) {
    try {
      lambda.get().updateEventSourceMapping(request -> request.uuid(id).enabled(on));
      return true;
    } catch (ResourceInUseException | ResourceConflictException e) {
      return false;
    }
  }

  /** How many messages of its queue are received and neither deleted nor visible again. */
  public long inFlight(Looked source) {
    QueueAttributeName name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    String count =
        sqs.get()
            .getQueueAttributes(request -> request.queueUrl(url(source.arn())).attributeNames(name))
            .attributes()
            .get(name);
    return count == null ? 0 : Long.parseLong(count);
  }

  /** {@code arn:partition:sqs:region:account:name}, as the service's own URL. */
  private static String url(String arn) {
    String[] parts = arn.split(":", 6);
    String suffix = parts[1].equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://sqs." + parts[3] + "." + suffix + "/" + parts[4] + "/" + parts[5];
  }
}
