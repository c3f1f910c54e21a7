package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A worker with needs that no rule of its own can cut its events to. Error: it would be sent
 * everything, or nothing it can read.
 */
final class NeedsWithoutRule implements Rule {

  /** EventBridge takes 100 variables, of which the envelope's attributes are twelve. */
  private static final int MOST_PATHS = 80;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  @Override
  public String id() {
    return "needs-without-rule";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (!worker.needs().isEmpty()) {
        String problem = problem(worker, system);
        if (!problem.isEmpty()) {
          found.error(
              worker.needs().get(0).location(),
              id(),
              "Worker " + worker.name().value() + " says what it needs, and " + problem);
        }
      }
    }
  }

  private static String problem(WorkerSource worker, SystemUnderCheck system) {
    if (!(worker.trigger() instanceof TriggerSource.Events events)) {
      return "only events of this system are cut by a rule of its own. Leave needs: out.";
    }
    EventSelection on = events.subscription().on().value();
    if (on.among(system.majorsOf(on.event())).size() > 1) {
      return "takes several majors: an older one is upcast whole. Take one major, or leave needs:"
          + " out.";
    }
    FeedSource feed = worker.feed();
    if (Stream.of(feed.channel(), feed.draining())
        .filter(Objects::nonNull)
        .anyMatch(channel -> channel.value() instanceof Channel.FanOut)) {
      return "is fed by a topic that others share, which carries whole events. Take another"
          + " channel, or leave needs: out.";
    }
    if (feed.channel().value() instanceof Channel.Stream stream && stream.tumbling() != null) {
      return "folds windows, which take whole events. Leave needs: out.";
    }
    if (worker.needs().size() > MOST_PATHS) {
      return "names more than " + MOST_PATHS + " fields. Need what is around them.";
    }
    List<String> odd =
        worker.needs().stream()
            .map(Located::value)
            .flatMap(List::stream)
            .filter(name -> !NAME.matcher(name).matches())
            .toList();
    return odd.isEmpty()
        ? ""
        : "a rule finds fields of letters, digits, - and _ only, which "
            + odd.get(0)
            + " is not. Need what is around it.";
  }
}
