package io.eventwright.generator.emit.sam;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.emit.sam.limit.Template;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Measures a template for the limits it must stay within. */
final class Measures {

  /** A logical id: the only lines of a block that stand two spaces in. */
  private static final Pattern LOGICAL_ID = Pattern.compile("^  [A-Za-z0-9]+:$", Pattern.MULTILINE);

  // SAM adds to the relay: a mapping, the schedule's rule and permission, its asynchronous
  // settings.
  private static final int ADDED_TO_RELAY = 4;

  private Measures() {}

  static Template of(EventSystem system, List<String> blocks, String text, String source) {
    List<Template.Rule> rules = rules(system);
    long declared =
        blocks.stream().mapToLong(block -> LOGICAL_ID.matcher(block).results().count()).sum();
    // ... and to each function behind a queue its mapping; a saga's rule starts no function.
    int added = ADDED_TO_RELAY + rules.size() - system.sagas().size() + addedToApi(system.api());
    return new Template(SourceLocation.ofFile(source), text, (int) declared + added, rules);
  }

  /** A stage, a REST API's deployment, and a permission for each route. */
  private static int addedToApi(@Nullable ApiModel api) {
    return api == null ? 0 : (api.kind() == ApiModel.Kind.REST ? 2 : 1) + api.routes().size();
  }

  private static List<Template.Rule> rules(EventSystem system) {
    List<Template.Rule> rules = new ArrayList<>();
    for (WorkerModel worker : system.workers()) {
      Subscription subscription = worker.subscription();
      if (subscription != null) {
        rules.add(rule(system, worker.name(), worker.location(), List.of(subscription)));
      }
    }
    for (SagaModel saga : system.sagas()) {
      rules.add(rule(system, saga.name(), saga.location(), List.of(saga.on())));
    }
    for (ProjectionModel projection : system.projections()) {
      rules.add(rule(system, projection.name(), projection.location(), projection.from()));
    }
    return rules;
  }

  private static Template.Rule rule(
      EventSystem system, String name, SourceLocation location, List<Subscription> from) {
    return new Template.Rule(name, location, EventPattern.of(system.name(), from));
  }
}
