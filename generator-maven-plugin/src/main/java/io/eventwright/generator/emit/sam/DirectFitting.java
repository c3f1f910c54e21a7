package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.DirectView;
import io.eventwright.generator.emit.sam.view.FedFunctionView.AsynchronousView;
import io.eventwright.generator.emit.sam.view.RuleView;
import io.eventwright.generator.emit.sam.view.StatementView;
import io.eventwright.generator.model.Channel;
import java.util.List;

/**
 * No queue: the rule or the schedule calls the function, and what fails for good goes to the dead
 * letters.
 *
 * @param consumer who is called
 */
record DirectFitting(Consumer consumer) {

  void fit(Channel.Direct channel, Fitting fitting) {
    String id = consumer.id();
    boolean scheduled = consumer.schedule() != null;
    if (scheduled) {
      fitting.part(
          "sam/schedule.yaml.vm",
          consumer.scheduled("!GetAtt " + id + "Function.Arn", "lambda:InvokeFunction"));
    } else {
      rule(fitting);
    }
    fitting
        .part(
            "sam/direct.yaml.vm", new DirectView(consumer.stack(), id, consumer.name(), !scheduled))
        .may(
            new StatementView(
                "KeepWhatFailed",
                List.of("sqs:SendMessage"),
                "!GetAtt " + consumer.deadLettersId() + ".Arn",
                List.of()))
        .asynchronous(
            new AsynchronousView(
                channel.attempts() - 1, channel.age().toSeconds(), consumer.deadLettersId()));
  }

  private void rule(Fitting fitting) {
    String id = consumer.id();
    fitting
        .part(
            "sam/rule.yaml.vm",
            new RuleView(
                id,
                consumer.title(),
                "Calls " + consumer.name() + ".",
                consumer.bus(),
                consumer.pattern(),
                id + "Function",
                "!GetAtt " + id + "Function.Arn",
                NeedsTransformer.of(consumer.needs()),
                consumer.deadLettersId()))
        .sender(
            new SenderView(
                "OnlyTheRuleSends",
                "events.amazonaws.com",
                "!GetAtt " + id + "Rule.Arn",
                List.of(consumer.deadLettersId())));
  }
}
