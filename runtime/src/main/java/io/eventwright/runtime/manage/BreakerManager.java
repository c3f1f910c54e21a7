package io.eventwright.runtime.manage;

import io.eventwright.runtime.breaker.BreakerView;
import io.eventwright.runtime.manage.PauseRules.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at all breakers and all event sources, and brings the second in line with the first. It
 * goes by what it sees and never by what it was told, so that being rung twice, late or not at all
 * makes no difference that the next look does not mend.
 *
 * @param workers those that use dependencies
 * @param sources all that feeds them
 * @param breaker how a dependency's breaker stands
 * @param mappings Lambda's side
 * @param pauses our own notes
 * @param rules when to pause
 * @param clock for the rules
 */
public record BreakerManager(
    List<ManagedWorker> workers,
    List<EventSource> sources,
    Function<String, BreakerView> breaker,
    EventSources mappings,
    Pauses pauses,
    PauseRules rules,
    Clock clock) {
  public BreakerManager {
    workers = List.copyOf(workers);
    sources = List.copyOf(sources);
  }

  /** What was done to a source. */
  public enum Change {
    PAUSED,
    RESUMED
  }

  /**
   * What a look has come to.
   *
   * @param breakers as they stood, by dependency
   * @param changes by source
   * @param paused how many sources of each worker's dependencies are paused by us now
   * @param failures of single sources; the others were looked at all the same
   */
  public record Report(
      Map<String, BreakerView> breakers,
      Map<EventSource, Change> changes,
      Map<String, Integer> paused,
      List<RuntimeException> failures) {}

  /** One look. */
  public Report look() {
    Map<String, BreakerView> breakers = new LinkedHashMap<>();
    Map<String, Integer> paused = new LinkedHashMap<>();
    for (ManagedWorker worker : workers) {
      for (String used : worker.uses()) {
        breakers.computeIfAbsent(used, breaker);
        paused.putIfAbsent(used, 0);
      }
    }
    Report report = new Report(breakers, new LinkedHashMap<>(), paused, new ArrayList<>());
    for (EventSource source : sources) {
      try {
        settle(source, report);
      } catch (RuntimeException e) {
        report.failures().add(e);
      }
    }
    return report;
  }

  private void settle(EventSource source, Report report) {
    List<String> uses =
        workers.stream()
            .filter(worker -> worker.name().equals(source.worker()))
            .flatMap(worker -> worker.uses().stream())
            .toList();
    Collection<BreakerView> views = uses.stream().map(report.breakers()::get).toList();
    boolean ours = pauses.isOurs(source);
    if (!ours && views.stream().allMatch(BreakerView::closed)) {
      return;
    }
    EventSources.Looked looked = mappings.look(source.id());
    Verdict verdict =
        rules.of(looked.state().kind(), views, () -> mappings.inFlight(looked), clock.instant());
    if (verdict == Verdict.PAUSE) {
      ours = pause(source, looked.state(), ours, report);
    } else if (verdict == Verdict.RUN && ours) {
      ours = !resume(source, looked.state(), report);
    }
    if (ours) {
      uses.forEach(used -> report.paused().merge(used, 1, Integer::sum));
    }
  }

  private boolean pause(EventSource source, SourceState state, boolean ours, Report report) {
    if (!state.polling() || !state.settled()) {
      return ours;
    }
    // Noted first: paused without a note, it would stay so for ever.
    pauses.note(source);
    if (mappings.poll(source.id(), false)) {
      report.changes().put(source, Change.PAUSED);
    }
    return true;
  }

  private boolean resume(EventSource source, SourceState state, Report report) {
    if (!state.polling()) {
      if (!state.settled() || !mappings.poll(source.id(), true)) {
        return false;
      }
      report.changes().put(source, Change.RESUMED);
    }
    pauses.forget(source);
    return true;
  }
}
