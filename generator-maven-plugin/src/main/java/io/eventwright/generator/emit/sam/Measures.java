package io.eventwright.generator.emit.sam;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.emit.sam.limit.Template;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Measures a template for the limits it must stay within. */
final class Measures {

  /** A logical id: the only lines of a block that stand two spaces in. */
  private static final Pattern LOGICAL_ID = Pattern.compile("^  [A-Za-z0-9]+:$", Pattern.MULTILINE);

  /** SAM adds a mapping for each of these, a rule and a permission for a schedule, ... */
  private static final Pattern MAPPING =
      Pattern.compile("^          Type: (SQS|Kinesis|DynamoDB)$", Pattern.MULTILINE);

  private static final Pattern SCHEDULE =
      Pattern.compile("^          Type: Schedule$", Pattern.MULTILINE);

  /** ... and a resource for the settings of asynchronous calls. */
  private static final Pattern ASYNCHRONOUS =
      Pattern.compile("^      EventInvokeConfig:$", Pattern.MULTILINE);

  private Measures() {}

  static Template of(EventSystem system, List<String> blocks, String text, String source) {
    List<Template.Rule> rules = rules(system, source);
    long resources =
        count(LOGICAL_ID, blocks)
            + count(MAPPING, blocks)
            + 2 * count(SCHEDULE, blocks)
            + count(ASYNCHRONOUS, blocks)
            + addedToApi(system.api());
    return new Template(SourceLocation.ofFile(source), text, (int) resources, rules);
  }

  private static long count(Pattern pattern, List<String> blocks) {
    return blocks.stream().mapToLong(block -> pattern.matcher(block).results().count()).sum();
  }

  /** A stage, a REST API's deployment, and a permission for each route. */
  private static int addedToApi(@Nullable ApiModel api) {
    return api == null ? 0 : (api.kind() == ApiModel.Kind.REST ? 2 : 1) + api.routes().size();
  }

  private static List<Template.Rule> rules(EventSystem system, String source) {
    List<Template.Rule> rules = new ArrayList<>();
    for (WorkerModel worker : system.workers()) {
      Trigger trigger = worker.trigger();
      if (trigger != null
          && !(trigger instanceof Trigger.Schedule)
          && !(worker.feed().channel() instanceof Channel.FanOut)) {
        rules.add(
            new Template.Rule(
                worker.name(), worker.location(), TriggerPattern.of(system, trigger).pattern()));
      }
    }
    for (SagaModel saga : system.sagas()) {
      rules.add(rule(system, saga.name(), saga.location(), List.of(saga.on())));
    }
    for (ProjectionModel projection : system.projections()) {
      if (!(projection.feed().channel() instanceof Channel.FanOut)) {
        rules.add(rule(system, projection.name(), projection.location(), projection.from()));
      }
    }
    TopicBlocks.majors(system)
        .forEach(
            (event, majors) ->
                rules.add(
                    rule(
                        system,
                        "the topic of " + event,
                        SourceLocation.ofFile(source),
                        List.of(new Subscription(event, List.copyOf(majors), List.of())))));
    return rules;
  }

  private static Template.Rule rule(
      EventSystem system, String name, SourceLocation location, List<Subscription> from) {
    return new Template.Rule(name, location, EventPattern.of(system.name(), from));
  }
}
