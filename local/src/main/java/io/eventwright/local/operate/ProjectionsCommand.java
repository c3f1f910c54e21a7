package io.eventwright.local.operate;

import io.eventwright.runtime.projection.Generation;
import io.eventwright.runtime.projection.Layout;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.RowOrder;
import io.eventwright.runtime.rebuild.Comparison;
import io.eventwright.runtime.rebuild.Fed;
import io.eventwright.runtime.rebuild.Rebuild;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Read models: what is live of them, and building them anew. */
@Command(
    name = "projections",
    description = "Read models: what is live of them, and building them anew.",
    mixinStandardHelpOptions = true)
final class ProjectionsCommand {

  private static final int MOST_NAMED = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "status",
      description = "What is live, what is built, and what is on its way out.")
  int status(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "Such as leaderboard.") String name) {
    Layout layout = layouts(target).read(name).orElse(null);
    if (layout == null) {
      out().println("Nothing was written yet. If its events are in the log: rebuild " + name);
      return 0;
    }
    line("live", layout.live());
    line("building", layout.building());
    line("retiring", layout.retiring());
    return 0;
  }

  @Command(
      name = "rebuild",
      description = {
        "Builds the rows anew from the log while the system runs, compares them with the live ones",
        "subject by subject and by hash, and makes them live without a deployment.",
        "A run that was killed is gone on with by the next."
      })
  int rebuild(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "Such as leaderboard.") String name,
      @Option(
              names = "--start-over",
              description = "Build again what a run before has built: after a deployment.")
          boolean startOver,
      @Option(
              names = "--accept",
              description = "Switch although rows are missing or differ: when they are meant to.")
          boolean accept,
      @Option(
              names = "--settle",
              defaultValue = "40",
              description = {
                "Seconds until no instance is left that has not heard: five for what one keeps, and",
                "its function's longest run. Less only where nothing else runs."
              })
          long settle,
      @Option(names = "--function", description = "The function's name, if it is not found.")
          @Nullable String function) {
    Rebuild.Outcome outcome = rebuild(target, name, settle, function).run(startOver, accept);
    Comparison comparison = outcome.comparison();
    named("can be no row", outcome.rejected());
    named("missing or older than the live one", comparison.behind());
    named("other than the live one", comparison.different());
    out()
        .printf(
            "%d rows of the same version%n%s  live%n%s  built%n%s%n",
            comparison.rows(),
            comparison.live(),
            comparison.built(),
            comparison.equal() ? "equal" : "NOT EQUAL");
    if (!outcome.switched()) {
      out().println("Not switched. Look at the difference; --accept switches, abandon gives up.");
    }
    return outcome.switched() ? 0 : 1;
  }

  @Command(name = "abandon", description = "Gives up what is built, and deletes its rows.")
  int abandon(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "Such as leaderboard.") String name,
      @Option(names = "--settle", defaultValue = "40", description = "As for rebuild.")
          long settle) {
    boolean built = rebuild(target, name, settle, "").abandon();
    out().println(built ? "Given up." : "Nothing is built.");
    return built ? 0 : 1;
  }

  private Rebuild rebuild(Target target, String name, long settle, @Nullable String given) {
    FunctionCalls functions = target.functions();
    String function =
        given == null
            ? target.names().function(Names.consumer(name) + "Function", functions.names())
            : given;
    return new Rebuild(
        name,
        layouts(target),
        target.tables(),
        target.names().table("LogTable"),
        target.names().table("ViewsTable"),
        (generation, events) -> Fed.of(functions.invoke(function, Fed.call(generation, events))),
        () -> sleep(settle),
        out()::println);
  }

  private static LayoutTable layouts(Target target) {
    return new LayoutTable(target.tables(), target.names().table("ControlTable"));
  }

  private static void sleep(long seconds) {
    try {
      Thread.sleep(seconds * 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; run it again to go on", e);
    }
  }

  private void line(String what, @Nullable Generation generation) {
    if (generation != null) {
      RowOrder order = generation.order();
      out()
          .printf(
              "%-9s generation %d, %d shards%s%n",
              what,
              generation.number(),
              generation.shards(),
              order == null ? "" : ", sorted by " + order.text());
    }
  }

  private void named(String what, List<String> rows) {
    if (!rows.isEmpty()) {
      out().println(rows.size() + " " + what + ":");
      rows.stream().limit(MOST_NAMED).forEach(row -> out().println("  " + row));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
