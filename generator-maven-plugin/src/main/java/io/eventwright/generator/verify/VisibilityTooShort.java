package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Optional;

/** A queue that hands a message out again while a function may still work on it. Error. */
final class VisibilityTooShort implements TemplateRule {

  @Override
  public String id() {
    return "visibility-too-short";
  }

  private static final int TIMES = 6;
  private static final long SQS_DEFAULT = 30;
  private static final long FUNCTION_DEFAULT = 3;

  @Override
  public void check(SamTemplate template, Findings found) {
    for (EventSource source : EventSource.of(template)) {
      Optional<Resource> queue = template.named(source.at("Queue"), Types.QUEUE);
      if (!source.type().equals("SQS") || queue.isEmpty()) {
        continue;
      }
      long timeout =
          Values.number(template.ofFunction(source.function(), "Timeout"), FUNCTION_DEFAULT);
      long window = Values.number(source.at("MaximumBatchingWindowInSeconds"), 0);
      long least = TIMES * timeout + window;
      long hidden = Values.number(queue.get().at("VisibilityTimeout"), SQS_DEFAULT);
      if (hidden < least) {
        found.error(
            queue.get(),
            queue.get().locationOf("VisibilityTimeout"),
            "hides a message for "
                + hidden
                + " s, and "
                + source.function().id()
                + " needs six times its timeout and the batching window: at least "
                + least
                + ".");
      }
    }
  }
}
