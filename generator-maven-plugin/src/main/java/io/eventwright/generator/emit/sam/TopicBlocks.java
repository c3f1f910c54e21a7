package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.DeadLettersView;
import io.eventwright.generator.emit.sam.view.DeadLettersView.SenderView;
import io.eventwright.generator.emit.sam.view.RuleView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.TopicView;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One topic for each event type that somebody has via fan-out, with the rule that feeds it.
 *
 * @param system the model
 * @param stack what every resource needs
 */
record TopicBlocks(EventSystem system, StackView stack) {

  void add(Blocks blocks) {
    majors(system).forEach((event, majors) -> add(event, List.copyOf(majors), blocks));
  }

  /** The majors that somebody wants, by event. */
  static SortedMap<String, SortedSet<Integer>> majors(EventSystem system) {
    SortedMap<String, SortedSet<Integer>> topics = new TreeMap<>();
    Stream.concat(
            system.workers().stream()
                .filter(worker -> fansOut(worker.feed()))
                .map(WorkerModel::subscription)
                .flatMap(Stream::ofNullable),
            system.projections().stream()
                .filter(projection -> fansOut(projection.feed()))
                .map(ProjectionModel::from)
                .flatMap(List::stream))
        .forEach(
            subscription ->
                topics
                    .computeIfAbsent(subscription.event(), event -> new TreeSet<>())
                    .addAll(subscription.majors()));
    return topics;
  }

  private void add(String event, List<Integer> majors, Blocks blocks) {
    String id = LogicalIds.topic(event);
    Subscription all = new Subscription(event, majors, List.of());
    blocks.add(
        "sam/rule.yaml.vm",
        new RuleView(
            id,
            "Topic of " + event + ": for those who have it via fan-out",
            "Feeds the topic of " + event + ".",
            "!Ref Bus",
            EventPattern.of(system.name(), List.of(all)),
            id,
            "!Ref " + id,
            List.of(),
            id + "DeadLetterQueue"));
    blocks.add("sam/topic.yaml.vm", new TopicView(stack, id, event));
    blocks.add(
        "sam/dead-letters.yaml.vm",
        new DeadLettersView(
            stack,
            id,
            "Events for the topic of " + event,
            List.of(id + "DeadLetterQueue"),
            List.of(
                new SenderView(
                    "OnlyTheRuleSends",
                    "events.amazonaws.com",
                    "!GetAtt " + id + "Rule.Arn",
                    List.of(id + "DeadLetterQueue")))));
  }

  private static boolean fansOut(Feed feed) {
    return feed.channel() instanceof Channel.FanOut;
  }
}
