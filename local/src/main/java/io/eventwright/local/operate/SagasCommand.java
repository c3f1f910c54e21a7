package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.operate.lookup.Consumer;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Sagas that wait for a person. */
@Command(
    name = "sagas",
    description = "Sagas that wait for a person: what could not be undone, or not be finished.",
    mixinStandardHelpOptions = true)
final class SagasCommand {

  private static final String NAMED =
      "The execution, its ARN, its event's id, or the place as list prints it.";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "A line for each, longest first: since when, what failed, the place.")
  int list(@Mixin Target target) {
    List<ParkedSagas.Row> rows = parked(target).all();
    for (ParkedSagas.Row row : rows) {
      out()
          .printf(
              "%s  %5d min  %-36s  %s  %s%n",
              row.text("at"),
              minutesSince(row.text("at")),
              row.place(),
              error(row),
              row.text("event"));
    }
    out().println(rows.size() + " waiting for a person");
    express(target);
    return 0;
  }

  /** What of it cannot be shown, and where to look. */
  private void express(Target target) {
    for (Consumer saga : target.description().consumers()) {
      if (saga.kind() == Consumer.Kind.EXPRESS) {
        out()
            .printf(
                "%s is express: it never waits for a person, and its executions are not kept. What"
                    + " it gave up: dead-letters list, dead-letters redrive %s; its states: log"
                    + " group /aws/vendedlogs/states/%s-%s; what became of one event: events show%n",
                saga.name(), saga.name(), target.stack(), saga.name());
      }
    }
  }

  @Command(
      name = "show",
      description = {
        "One that waits, whole, and what happened in its execution.",
        "Given an execution's ARN it also shows one that waits no more."
      })
  int show(
      @Mixin Target target, @Parameters(paramLabel = "NAME", description = NAMED) String name) {
    if (name.startsWith("arn:") && parked(target).all().stream().noneMatch(row -> row.isOf(name))) {
      execution(target, name);
      return 0;
    }
    List<ParkedSagas.Row> rows = parked(target).of(name);
    for (ParkedSagas.Row row : rows) {
      ObjectNode shown = Json.object();
      for (String field :
          List.of("saga", "execution", "executionArn", "state", "event", "type", "source", "at")) {
        shown.put(field, row.text(field));
      }
      shown.put("place", row.place());
      shown.set("caught", caught(row));
      out().println(Json.pretty(shown));
    }
    execution(target, rows.get(0).text("executionArn"));
    return 0;
  }

  @Command(
      name = "resume",
      description = "Has it try again what failed. Mend the cause first: it waits again if not.")
  int resume(
      @Mixin Target target, @Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return answer(target, name, "resume");
  }

  @Command(
      name = "skip",
      description = {
        "Has it go on as if what failed had succeeded.",
        "Do by hand first what it should have done: what it took is not given back otherwise."
      })
  int skip(
      @Mixin Target target, @Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return answer(target, name, "skip");
  }

  @Command(
      name = "abort",
      description = {
        "Ends it where it is: nothing more is done or undone, and no event tells of an end.",
        "Whatever it still holds is then a matter of the books."
      })
  int abort(
      @Mixin Target target, @Parameters(paramLabel = "NAME", description = NAMED) String name) {
    return answer(target, name, "abort");
  }

  private int answer(Target target, String name, String decision) {
    ParkedSagas parked = parked(target);
    List<ParkedSagas.Row> rows = parked.of(name);
    if (rows.size() > 1) {
      throw new IllegalArgumentException(
          "%d parts of it wait; name one by its place: %s"
              .formatted(
                  rows.size(),
                  String.join(", ", rows.stream().map(ParkedSagas.Row::place).toList())));
    }
    ParkedSagas.Row row = rows.get(0);
    try {
      target
          .stateMachines()
          .sendTaskSuccess(
              send ->
                  send.taskToken(row.text("token")).output("{\"decision\": \"" + decision + "\"}"));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException e) {
      parked.remove(row);
      throw new IllegalArgumentException(
          "It waits no more: its execution was stopped, timed out, or answered. Its row is gone.",
          e);
    }
    parked.remove(row);
    out().printf("Told %s to %s%n", row.place(), decision);
    return 0;
  }

  private void execution(Target target, String arn) {
    SfnClient machines = target.stateMachines();
    DescribeExecutionResponse execution =
        machines.describeExecution(describe -> describe.executionArn(arn));
    out().printf("%s  %s%n", execution.statusAsString(), arn);
    machines
        .getExecutionHistoryPaginator(
            history -> history.executionArn(arn).includeExecutionData(true))
        .events()
        .stream()
        .map(SagaHistory::line)
        .flatMap(Optional::stream)
        .forEach(out()::println);
  }

  private static String error(ParkedSagas.Row row) {
    return caught(row).path("Error").asText("");
  }

  private static JsonNode caught(ParkedSagas.Row row) {
    try {
      return Json.parse(row.text("caught"));
    } catch (IllegalArgumentException e) {
      return Json.object().put("Cause", row.text("caught"));
    }
  }

  private static long minutesSince(String at) {
    try {
      return Duration.between(Instant.parse(at), Instant.now()).toMinutes();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }

  private static ParkedSagas parked(Target target) {
    return new ParkedSagas(target.tables(), target.names().table("ControlTable"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
