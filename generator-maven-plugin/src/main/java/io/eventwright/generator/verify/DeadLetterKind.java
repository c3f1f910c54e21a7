package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Optional;

/**
 * A FIFO queue whose dead letters go to a standard one, or the reverse: SQS refuses both. Error.
 */
final class DeadLetterKind implements TemplateRule {

  @Override
  public String id() {
    return "dead-letter-kind";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource queue : template.ofType(Types.QUEUE)) {
      Optional<Resource> dead =
          template.named(queue.at("RedrivePolicy", "deadLetterTargetArn"), Types.QUEUE);
      if (dead.isPresent() && isFifo(dead.get()) != isFifo(queue)) {
        found.error(
            queue,
            queue.locationOf("RedrivePolicy"),
            "and its dead-letter queue "
                + dead.get().id()
                + " are not of one kind. Let both say FifoQueue: true, or neither.");
      }
    }
  }

  private static boolean isFifo(Resource queue) {
    return Values.isTrue(queue.at("FifoQueue"));
  }
}
