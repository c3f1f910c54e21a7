package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Optional;

/**
 * A dead-letter queue that forgets a message before its source would have: the time counts from the
 * first sending. Error.
 */
final class DeadLettersTooShort implements TemplateRule {

  @Override
  public String id() {
    return "dead-letters-too-short";
  }

  private static final long SQS_DEFAULT = 345_600;

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource queue : template.ofType(Types.QUEUE)) {
      Optional<Resource> dead =
          template.named(queue.at("RedrivePolicy", "deadLetterTargetArn"), Types.QUEUE);
      if (dead.isPresent() && kept(dead.get()) <= kept(queue)) {
        found.error(
            dead.get(),
            dead.get().locationOf("MessageRetentionPeriod"),
            "keeps messages for "
                + kept(dead.get())
                + " s, and its source "
                + queue.id()
                + " for "
                + kept(queue)
                + ". A dead letter's age counts from the first sending: keep it longer.");
      }
    }
  }

  private static long kept(Resource queue) {
    return Values.number(queue.at("MessageRetentionPeriod"), SQS_DEFAULT);
  }
}
