package io.eventwright.local.operate;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Messages that failed for longer than they were tried. */
@Command(
    name = "dead-letters",
    description = "Messages that failed for longer than they were tried.",
    mixinStandardHelpOptions = true)
final class DeadLettersCommand {

  private static final String SUFFIX = "DeadLetterQueue";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "Each dead-letter queue and how many it holds.")
  int list(@Mixin Target target) {
    for (Map.Entry<String, String> queue : target.names().queues().entrySet()) {
      if (queue.getKey().endsWith(SUFFIX)) {
        String depth =
            target
                .queues()
                .getQueueAttributes(
                    get ->
                        get.queueUrl(queue.getValue())
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        out().printf("%6s  %s%n", depth, queue.getKey());
      }
    }
    return 0;
  }

  @Command(
      name = "redrive",
      description = {
        "Moves dead letters back to the queue they came from, oldest first as SQS gives them.",
        "Sent before it is taken out, so none is lost; a double is told by the event's id."
      })
  int redrive(
      @Mixin Target target,
      @Parameters(
              paramLabel = "CONSUMER",
              description = "The worker or projection, such as credit-wallet.")
          String name,
      @Option(names = "--most", defaultValue = "1000", description = "At most that many.")
          int most) {
    SqsClient queues = target.queues();
    String consumer = Names.consumer(name);
    String to = target.names().queue(consumer + "Queue");
    int moved = 0;
    try (HeldMessages held =
        new HeldMessages(queues, target.names().queue(consumer + SUFFIX), most)) {
      for (Message message : held.all()) {
        SendMessageRequest.Builder send =
            SendMessageRequest.builder()
                .queueUrl(to)
                .messageBody(message.body())
                .messageAttributes(message.messageAttributes());
        String group = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
        if (group != null && to.endsWith(".fifo")) {
          send.messageGroupId(group)
              // Another one: within five minutes the queue would drop what it has seen.
              .messageDeduplicationId(message.messageId());
        }
        queues.sendMessage(send.build());
        held.remove(message);
        moved++;
      }
    }
    out().printf("Moved %d back to %sQueue%n", moved, consumer);
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
