package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import io.eventwright.runtime.order.ParkedEvent;
import io.eventwright.runtime.order.Parking;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Events that came before their turn, of workers whose order is strict. */
@Command(
    name = "parked",
    description = "Events that wait for one before them, of workers whose order is strict.",
    mixinStandardHelpOptions = true)
final class ParkedCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "A line for each, longest first: since when, worker, sequence, subject.")
  int list(@Mixin Target target) {
    List<Parking.Entry> entries = new ArrayList<>();
    parking(target).each(entries::add);
    entries.sort(
        Comparator.comparing(Parking.Entry::at)
            .thenComparing(Parking.Entry::partition)
            .thenComparing(Parking.Entry::sequence));
    for (Parking.Entry entry : entries) {
      long minutes = Duration.between(entry.at(), Instant.now()).toMinutes();
      out()
          .printf(
              "%s  %5d min  %-20s %s  %s%n",
              entry.at(), minutes, entry.consumer(), entry.sequence(), entry.partition());
    }
    out().println(entries.size() + " parked");
    return 0;
  }

  @Command(
      name = "show",
      description = "One that waits, whole, and the sequence that it waits for.")
  int show(
      @Mixin Target target,
      @Parameters(paramLabel = "PARTITION", description = "As list prints it.") String partition,
      @Parameters(paramLabel = "SEQUENCE", description = "As list prints it.") String sequence) {
    ParkedEvent event =
        parking(target)
            .show(partition, sequence)
            .orElseThrow(
                () -> new IllegalArgumentException("Nothing with that sequence waits there."));
    out()
        .println(
            Json.pretty(
                Json.object()
                    .put("consumer", event.consumer())
                    .put("waitsFor", event.previous())
                    .put("since", event.at().toString())
                    .set("event", shown(target, event.event()))));
    return 0;
  }

  private static JsonNode shown(Target target, String text) {
    JsonNode event = Json.parse(text);
    if (event instanceof ObjectNode object && object.has("data")) {
      String type = object.path("type").asText();
      object.set("data", target.description().mask().show(type, object.path("data")));
    }
    return event;
  }

  @Command(
      name = "release",
      description = {
        "Lets the first that waits go on without what is missing before it, and those after it.",
        "What was missing is stale should it still come. Look at show first."
      })
  int release(
      @Mixin Target target,
      @Parameters(paramLabel = "PARTITION", description = "As list prints it.") String partition) {
    ParkedEvent first =
        parking(target)
            .release(partition)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Nothing waits there, or something moved meanwhile: list again."));
    String to = new Feed(target).send(first.consumer(), first.event());
    out().println("Released from " + first.sequence() + " on; sent " + first.id() + " to " + to);
    return 0;
  }

  private static Parking parking(Target target) {
    return new Parking(target.tables(), target.names().table("OrderTable"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
