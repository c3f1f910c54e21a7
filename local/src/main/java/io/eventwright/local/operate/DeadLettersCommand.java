package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sfn.SfnClient;
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
  private static final String TOPIC = "Topic";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "Each dead-letter queue, and each stream's worker, and how many there are.")
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
    Map<String, Integer> givenUp = new TreeMap<>();
    GivenUp.all(target)
        .forEach(batch -> givenUp.merge(batch.consumer(), batch.records().size(), Integer::sum));
    givenUp.forEach(
        (consumer, count) -> out().printf("%6d  %s, in FailedRecordsBucket%n", count, consumer));
    return 0;
  }

  @Command(
      name = "redrive",
      description = {
        "Moves dead letters back to the queue or stream they came from, as they were; of a worker",
        "that is called at once, Lambda is asked to call it again; of a topic, all who listen are told;",
        "of a saga, it is started again.",
        "Sent before it is taken out, so none is lost; a double is told by the event's id."
      })
  int redrive(
      @Mixin Target target,
      @Parameters(
              paramLabel = "CONSUMER",
              description = "The worker, projection or saga, such as credit-wallet.")
          String name,
      @Option(names = "--most", defaultValue = "1000", description = "At most that many.")
          int most) {
    String consumer = Names.consumer(name);
    Names names = target.names();
    Optional<String> stream = names.stream(consumer + "Stream");
    String to = consumer + "Queue";
    int moved;
    if (stream.isPresent()) {
      to = consumer + "Stream";
      moved = toStream(target, consumer, stream.get(), most);
    } else if (names.queues().containsKey(to)) {
      moved = toQueue(target, consumer, most);
    } else if (consumer.endsWith(TOPIC)) {
      to = consumer;
      moved = toTopic(target, consumer, most);
    } else {
      Optional<String> machine = machine(target, consumer);
      to = consumer + (machine.isPresent() ? "StateMachine" : "Function");
      moved =
          machine.isPresent()
              ? toMachine(target, consumer, machine.get(), most)
              : toFunction(target, consumer, most);
    }
    out().printf("Moved %d back to %s%n", moved, to);
    return 0;
  }

  private static int toStream(Target target, String consumer, String stream, int most) {
    int moved = 0;
    for (GivenUp batch : GivenUp.all(target)) {
      if (batch.consumer().equals(consumer) && moved + batch.records().size() <= most) {
        batch.returnTo(stream, target.streams(), target.buckets());
        moved += batch.records().size();
      }
    }
    return moved;
  }

  private static int toQueue(Target target, String consumer, int most) {
    SqsClient queues = target.queues();
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
    return moved;
  }

  /** What a rule could not publish is published, so that each who listens gets it as any other. */
  private static int toTopic(Target target, String topic, int most) {
    String from = target.names().queue(topic + SUFFIX);
    String arn = topicArn(target, topic + "Rule");
    TopicCalls topics = target.topics();
    int moved = 0;
    try (HeldMessages held = new HeldMessages(target.queues(), from, most)) {
      for (Message message : held.all()) {
        topics.publish(arn, message.body());
        held.remove(message);
        moved++;
      }
    }
    return moved;
  }

  /**
   * What could not start, or was given up: an express saga goes on where it stopped, and a standard
   * one claims its event.
   */
  private static int toMachine(Target target, String saga, String machine, int most) {
    SfnClient machines = target.stateMachines();
    int moved = 0;
    try (HeldMessages held =
        new HeldMessages(target.queues(), target.names().queue(saga + SUFFIX), most)) {
      for (Message message : held.all()) {
        String input = begun(message.body());
        machines.startExecution(start -> start.stateMachineArn(machine).input(input));
        held.remove(message);
        moved++;
      }
    }
    return moved;
  }

  /**
   * What it is started with: the event, also where a rule's dead letter has the bus's around it.
   */
  private static String begun(String body) {
    JsonNode letter = Json.parse(body);
    return letter.has("detail-type") && letter.has("detail")
        ? Json.write(letter.path("detail"))
        : body;
  }

  /** The saga's own, of which its rule knows the name; nothing when this is no saga. */
  private static Optional<String> machine(Target target, String saga) {
    return ruleTarget(target, saga + "Rule").filter(arn -> arn.contains(":stateMachine:"));
  }

  private static String topicArn(Target target, String rule) {
    return ruleTarget(target, rule)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no rule " + rule + " with a topic."));
  }

  /** The rule knows the name of its target, of which part is chance. */
  private static Optional<String> ruleTarget(Target target, String rule) {
    return BusRules.all(target).stream()
        .filter(each -> target.names().logicalId(each.name()).equals(rule))
        .flatMap(
            each ->
                target
                    .bridge()
                    .listTargetsByRule(list -> list.eventBusName(target.stack()).rule(each.name()))
                    .targets()
                    .stream())
        .map(software.amazon.awssdk.services.eventbridge.model.Target::arn)
        .findFirst();
  }

  /** Of a worker that is called at once, Lambda kept the event in a notice of its own. */
  private static int toFunction(Target target, String consumer, int most) {
    String from = target.names().queue(consumer + SUFFIX);
    FunctionCalls functions = target.functions();
    String function = target.names().function(consumer + "Function", functions.names());
    int moved = 0;
    try (HeldMessages held = new HeldMessages(target.queues(), from, most)) {
      for (Message message : held.all()) {
        functions.invokeLater(function, called(message.body()));
        held.remove(message);
        moved++;
      }
    }
    return moved;
  }

  /**
   * What the function was called with: a rule's dead letter is just that; Lambda's, at its
   * destination, has it within (AWS Lambda, "Capturing records of asynchronous invocations").
   */
  private static String called(String body) {
    JsonNode notice = Json.parse(body);
    JsonNode payload = notice.path("requestPayload");
    return notice.has("requestContext") && !payload.isMissingNode() ? Json.write(payload) : body;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
