package io.eventwright.local;

import io.eventwright.local.pipes.Pipe;
import io.eventwright.local.pipes.PipeDefinition;
import io.eventwright.local.sns.TopicDelivery;
import io.eventwright.local.sns.TopicService;
import io.eventwright.local.sns.Topics;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.sqs.Queues;

/** Topics and pipes: what stands between a rule and a queue. */
final class Connections {
  private Connections() {}

  static void open(Ground ground, Blueprint blueprint, Queues queues) {
    CloudSettings settings = ground.settings();
    Topics topics =
        new Topics(
            new TopicDelivery(
                ground.destinations(),
                ground.permissions(),
                ground.workers(),
                ground.activity(),
                settings.pace(),
                settings.log()));
    blueprint.topics().forEach(topics::add);
    blueprint.subscriptions().forEach(topics::add);
    ground.destinations().add("sns", topics);
    ground.gateway().serve("sns", new TopicService(topics));
    for (PipeDefinition definition : blueprint.pipes()) {
      QueueDefinition source = queues.find(definition.source());
      if (source == null) {
        throw new IllegalStateException(definition.source() + " is no queue of this template");
      }
      Pipe pipe =
          ground
              .parts()
              .open(
                  new Pipe(
                      definition,
                      source,
                      queues,
                      ground.permissions(),
                      ground.workers(),
                      settings.pace(),
                      settings.log()));
      ground.activity().ask("the pipe " + definition.logicalId(), pipe::busy);
      pipe.start();
    }
  }
}
