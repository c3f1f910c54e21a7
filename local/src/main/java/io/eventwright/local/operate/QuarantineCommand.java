package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages that can never succeed as they are. */
@Command(
    name = "quarantine",
    description = "Messages that can never succeed as they are.",
    mixinStandardHelpOptions = true)
final class QuarantineCommand {

  private static final String QUEUE = "QuarantineQueue";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "list", description = "A line for each: id, when, consumer, reason.")
  int list(
      @Mixin Target target,
      @Option(names = "--most", defaultValue = "100", description = "At most that many.")
          int most) {
    try (HeldMessages held = held(target, most)) {
      held.all().forEach(message -> out().println(Quarantined.of(message).line()));
      out().println(held.all().size() + " in quarantine");
    }
    return 0;
  }

  @Command(
      name = "show",
      description = "Everything known of one: reason, schema, violations, trace, and the message.")
  int show(
      @Mixin Target target,
      @Parameters(paramLabel = "ID", description = "The id, or how it begins.") String id,
      @Option(
              names = "--into",
              description =
                  "A new file that the message alone is written into, to be mended there.")
          @Nullable Path into)
      throws IOException {
    try (HeldMessages held = holding(target, id)) {
      Quarantined found = find(held, id);
      out().println(Json.pretty(found.content()));
      if (into != null) {
        Files.writeString(into, laidOut(found.text("message")), StandardOpenOption.CREATE_NEW);
        out().println("Wrote the message into " + into + "; return it by --mended " + into);
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(into + " is there already; name a new file.", e);
    }
    return 0;
  }

  /** As a person edits it; what is no JSON stays as it is. */
  private static String laidOut(String message) {
    try {
      return Json.pretty(Json.parse(message)) + "\n";
    } catch (IllegalArgumentException e) {
      return message;
    }
  }

  @Command(
      name = "return",
      description = {
        "Sends one back to its consumer, as it was or mended, and takes it out.",
        "What a replay brought is sent back as if it were new."
      })
  int giveBack(
      @Mixin Target target,
      @Parameters(paramLabel = "ID", description = "The id, or how it begins.") String id,
      @Option(
              names = "--mended",
              description = "A file with the message to send instead; see show, message.")
          @Nullable Path mended)
      throws IOException {
    try (HeldMessages held = holding(target, id)) {
      Quarantined found = find(held, id);
      // A person decides on this one: what was held against a replay is no longer.
      String message = Replayed.unmarked(found.text("message"));
      if (mended != null) {
        message = Files.readString(mended);
        JsonNode tree = Json.parse(message);
        if (!tree.isObject()) {
          throw new IllegalArgumentException(mended + " does not hold a JSON object");
        }
      }
      String to = new Feed(target).send(found.text("consumer"), message);
      held.remove(found.held());
      out().println("Sent " + found.id() + " back to " + to);
    }
    return 0;
  }

  @Command(name = "drop", description = "Takes one out for good.")
  int drop(
      @Mixin Target target,
      @Parameters(paramLabel = "ID", description = "The id, or how it begins.") String id) {
    try (HeldMessages held = holding(target, id)) {
      Quarantined found = find(held, id);
      held.remove(found.held());
      out().println("Dropped " + found.id() + ":");
      out().println(Json.pretty(found.content()));
    }
    return 0;
  }

  @Command(
      name = "return-all",
      description = {
        "Sends back to their consumer, as they were, all that have been put aside for one reason,",
        "after what was wrong has been mended."
      })
  int giveAllBack(
      @Mixin Target target,
      @Option(names = "--consumer", required = true, description = "Of that worker or projection.")
          String consumer,
      @Option(names = "--reason", required = true, description = "With that reason; see list.")
          String reason,
      @Option(names = "--most", defaultValue = "1000", description = "Looks at that many.")
          int most) {
    try (HeldMessages held = held(target, most)) {
      Feed feed = new Feed(target);
      int sent = 0;
      for (Quarantined message : held.all().stream().map(Quarantined::of).toList()) {
        if (message.text("consumer").equals(consumer) && message.text("reason").equals(reason)) {
          feed.send(consumer, Replayed.unmarked(message.text("message")));
          held.remove(message.held());
          sent++;
        }
      }
      out()
          .printf(
              "Sent %d back to %s; looked at %d%s%n",
              sent,
              consumer,
              held.all().size() + sent,
              held.isWhole() ? ", which is all" : ", and there are more: run it again");
    }
    return 0;
  }

  private static HeldMessages held(Target target, int most) {
    return new HeldMessages(target.queues(), target.names().queue(QUEUE), most);
  }

  /** All of them where the id may be that of several, else as many as it takes to meet it. */
  private static HeldMessages holding(Target target, String id) {
    return new HeldMessages(
        target.queues(),
        target.names().queue(QUEUE),
        Integer.MAX_VALUE,
        message -> message.messageId().equals(id));
  }

  private static Quarantined find(HeldMessages held, String id) {
    List<Quarantined> found =
        held.all().stream()
            .map(Quarantined::of)
            .filter(
                message ->
                    message.id().startsWith(id.toLowerCase(Locale.ROOT))
                        || message.text("eventId").equals(id))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.isEmpty()
              ? "There is no message "
                  + id
                  + " in quarantine, or somebody else looks at it now"
                  + (held.isWhole() ? "." : ", or it is not among the " + held.all().size())
                  + (held.isWhole() ? "" : " that could be looked at; give its whole id.")
              : id + " is how " + found.size() + " messages begin; give more of the id.");
    }
    return found.get(0);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
