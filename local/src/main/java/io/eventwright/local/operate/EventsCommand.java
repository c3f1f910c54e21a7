package io.eventwright.local.operate;

import io.eventwright.local.json.Json;
import io.eventwright.local.operate.lookup.Description;
import io.eventwright.local.operate.lookup.EventSearch;
import io.eventwright.local.operate.lookup.Fates;
import io.eventwright.local.operate.lookup.Subject;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Events over all entities, and what became of them. */
@Command(
    name = "events",
    description = "Events over all entities, and what became of each at every consumer.",
    mixinStandardHelpOptions = true)
final class EventsCommand {

  private static final Duration BACK = Duration.ofHours(24);

  @Spec private CommandSpec spec = CommandSpec.create();

  /** A time that is looked through. */
  static final class Span {
    @Option(
        names = "--from",
        description = "How far to look back, such as 2026-11-23T10:00:00Z; without it 24 hours.")
    private @Nullable Instant from;

    @Option(names = "--to", description = "Until when; without it, now.")
    private @Nullable Instant to;

    Instant end() {
      return to == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : to;
    }

    Instant begin(Instant end) {
      return from == null ? end.minus(BACK) : from;
    }
  }

  @Command(
      name = "list",
      description = {
        "Events by time, type or journey, newest first; a journey in its order.",
        "Every version of that time that publishes something is read: an hour costs 8 queries, and",
        "each version a read unit for 4 KB."
      })
  int list(
      @Mixin Target target,
      @Mixin Span span,
      @Option(names = "--type", description = "Such as order-placed, or order-placed@2.")
          @Nullable String type,
      @Option(names = "--journey", description = "A correlation id: all that one event led to.")
          @Nullable String journey,
      @Option(names = "--id", description = "An event's id; events show tells more of it.")
          @Nullable String id,
      @Option(names = "--oldest-first", description = "In the order of time.") boolean oldestFirst,
      @Option(names = "--consumers", description = "Also what became of each.")
          boolean withConsumers,
      @Option(names = "--most", defaultValue = "50", description = "At most that many.") int most,
      @Option(names = "--after", description = "Goes on where a list ended, as it says.")
          @Nullable String after,
      @Option(names = "--json", description = "An object a line.") boolean json) {
    if (most < 1) {
      throw new IllegalArgumentException("--most is at least 1");
    }
    Instant end = span.end();
    Instant begin = span.begin(end);
    boolean newestFirst = !oldestFirst && journey == null;
    Description description = target.description();
    EventSearch.Answer answer =
        search(target)
            .find(new EventSearch.Wanted(id, journey, type), begin, end, newestFirst, most, after);
    Fates fates = withConsumers ? new Fates(target.places(), description) : null;
    EventReport report = new EventReport(target, description.mask());
    for (EventSearch.Found found : answer.found()) {
      var subject = fates == null ? null : report.subject(found);
      var became = fates == null || subject == null ? null : fates.of(subject);
      if (json) {
        out().println(Json.write(report.json(found, became)));
      } else {
        out().println(EventReport.line(found));
        EventReport.lines(became).forEach(out()::println);
      }
    }
    PrintWriter told = json ? spec.commandLine().getErr() : out();
    told.printf(
        "%d events; looked at %d versions from %s to %s%n",
        answer.found().size(), answer.looked(), begin, end);
    if (answer.next() != null) {
      told.printf(
          "There may be more: the same with --from %s --to %s --after %s%n",
          begin, end, answer.next());
    }
    return 0;
  }

  @Command(
      name = "show",
      description = {
        "One event, the version that published it with the states before and after, and what became",
        "of it at every consumer: from inbox, order, rows, executions, quarantine and dead letters."
      })
  int show(
      @Mixin Target target,
      @Mixin Span span,
      @Parameters(paramLabel = "ID", description = "The event's id.") String id,
      @Option(
              names = "--most",
              defaultValue = "1000",
              description = {
                "So many messages at most are looked at in the quarantine and in each dead-letter",
                "queue; they are hidden from others meanwhile. 0 leaves them alone."
              })
          int most,
      @Option(names = "--json", description = "As one object.") boolean json) {
    Instant end = span.end();
    Instant begin = span.begin(end);
    Description description = target.description();
    EventSearch.Answer answer =
        search(target).find(new EventSearch.Wanted(id, null, null), begin, end, true, 1, null);
    EventReport report = new EventReport(target, description.mask());
    EventSearch.Found found = answer.found().stream().findFirst().orElse(null);
    Subject subject = found == null ? new Subject(id, null, true) : report.subject(found);
    var became = new Fates(target.places(), description).of(subject);
    List<KeptEvents.Kept> kept = most < 1 ? List.of() : report.kept(id, became, description, most);
    var shown = report.whole(id, found, became, kept);
    String looked =
        found != null
            ? ""
            : "%s is not among what %d versions from %s to %s published: it is older (--from), or came from outside."
                .formatted(id, answer.looked(), begin, end);
    if (json) {
      out().println(Json.pretty(shown));
      if (found == null) {
        spec.commandLine().getErr().println(looked);
      }
    } else {
      report.text(shown, looked).forEach(out()::println);
      if (description.equals(Description.NONE)) {
        out().println("operate.json is not there: generate it, and this says who takes the event.");
      }
    }
    return found == null && became.isEmpty() && kept.isEmpty() ? 1 : 0;
  }

  private static EventSearch search(Target target) {
    return new EventSearch(target.tables(), target.names().table("LogTable"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
