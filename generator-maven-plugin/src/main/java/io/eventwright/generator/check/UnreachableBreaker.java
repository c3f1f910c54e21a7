package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A breaker that the attempts at one event cannot open. Warning: an event that is alone, or at the
 * head of a group that is, has only its own failures to open it with; it would be given up, and
 * lose its place in the order, in an outage of minutes.
 */
final class UnreachableBreaker implements Rule {
  /** As the runtime counts them. */
  private static final int ATTEMPTS = 5;

  /** For so long the runtime remembers what came of a call. */
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  /** What reading, counting the attempt and the way home may take, of an invocation. */
  private static final Duration BESIDE_CALLS = Duration.ofSeconds(1);

  /** The longest pause before the second call of an invocation; it doubles, up to the longest. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** A record of a stream rests for that long at least after its first attempt; doubled then. */
  private static final int MOST_REST_SECONDS = 30;

  @Override
  public String id() {
    return "unreachable-breaker";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.trigger() == null || worker.feed().channel().value() instanceof Channel.Direct) {
        continue;
      }
      for (Located<String> use : worker.uses()) {
        system.source().dependencies().stream()
            .filter(each -> each.name().value().equals(use.value()))
            .forEach(each -> check(worker, use, each.settings(), found));
      }
    }
  }

  private void check(
      WorkerSource worker, Located<String> use, DependencyModel settings, Diagnostics found) {
    DependencyModel.Breaker breaker = settings.breaker();
    int needed = (breaker.failurePercent() * breaker.window() + 99) / 100;
    int quick = ATTEMPTS * settings.attempts();
    int slow = remembered(ends(worker, settings));
    int most = Math.min(quick, slow);
    if (most == 0 || most >= needed) {
      // None at all is dependency-timeout's.
      return;
    }
    String calls = quick < needed ? String.valueOf(quick) : "no more than " + slow;
    String why = quick < needed ? "" : ", where each takes all its time";
    String way = quick < needed ? "more attempts:" : "a shorter timeout:, the worker a longer one";
    found.warning(
        use.location(),
        id(),
        "The breaker of "
            + use.value()
            + " opens when "
            + needed
            + " of "
            + breaker.window()
            + " calls have failed, and the five attempts at one event of "
            + worker.name().value()
            + " are "
            + calls
            + " calls within its 15 minutes"
            + why
            + ": an event that is alone in an outage is given up before the breaker opens. Give "
            + use.value()
            + " "
            + way
            + ", or its breaker of: "
            + Math.max(1, most * 100 / breaker.failurePercent())
            + " or less.");
  }

  /** When the calls at one event end that all take their time; waits are as short as they can. */
  private static List<Duration> ends(WorkerSource worker, DependencyModel settings) {
    boolean stream = worker.feed().channel().value() instanceof Channel.Stream;
    long rest = Math.min(MOST_REST_SECONDS, settings.breaker().open().toSeconds() / 2);
    List<Duration> ends = new ArrayList<>();
    Duration now = Duration.ZERO;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Duration left = worker.timeout().minus(BESIDE_CALLS);
      Duration pause = Duration.ZERO;
      for (int call = 0; call < settings.attempts(); call++) {
        left = left.minus(pause).minus(settings.timeout());
        if (left.isNegative()) {
          break;
        }
        now = now.plus(settings.timeout());
        ends.add(now);
        pause = pause.isZero() ? PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
      now = now.plusSeconds(stream ? rest << attempt : 0);
    }
    return ends;
  }

  /** How many of them are remembered at once, at most. */
  private static int remembered(List<Duration> ends) {
    int most = 0;
    for (int first = 0; first < ends.size(); first++) {
      Duration oldest = ends.get(first);
      long within =
          ends.stream()
              .skip(first)
              .filter(end -> end.minus(oldest).compareTo(REMEMBERED) <= 0)
              .count();
      most = Math.max(most, (int) within);
    }
    return most;
  }
}
