package io.eventwright.local.operate;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Archive;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.Rule;

/** What the bus took, kept, and sent again. */
@Command(
    name = "archive",
    description = "What the bus took, kept, and sent again to whom it is for.",
    mixinStandardHelpOptions = true)
final class ArchiveCommand {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "The archives of the bus: events, bytes, days; then its replays.")
  int list(@Mixin Target target) {
    for (Archive archive : archives(target)) {
      out()
          .printf(
              "%8d events  %10d bytes  %s  %s%n",
              archive.eventCount(),
              archive.sizeBytes(),
              archive.retentionDays() == 0 ? "for good" : archive.retentionDays() + " days",
              archive.archiveName());
      target
          .bridge()
          .listReplays(list -> list.eventSourceArn(arn(target, archive)))
          .replays()
          .forEach(
              replay ->
                  out()
                      .printf(
                          "  %-10s %s to %s  %s%n",
                          replay.stateAsString(),
                          replay.eventStartTime(),
                          replay.eventEndTime(),
                          replay.replayName()));
    }
    return 0;
  }

  @Command(
      name = "replay",
      description = {
        "Sends what the bus took in a time again, to one worker or projection, and waits for the",
        "end. What it has handled it knows. What is older than it remembers goes to the quarantine,",
        "unless it keeps an order; so does what would make it call others."
      })
  int replay(
      @Mixin Target target,
      @Parameters(
              paramLabel = "CONSUMER",
              description = "The worker or projection, such as credit-wallet.")
          String consumer,
      @Option(
              names = "--from",
              required = true,
              description = "The time of the first event, such as 2026-11-23T10:00:00Z.")
          Instant from,
      @Option(names = "--to", description = "The time of the last; without it, now.")
          @Nullable Instant to,
      @Option(
              names = "--name",
              description = "What its events name; must be new. Without it one is made.")
          @Nullable String name,
      @Option(names = "--no-wait", description = "Does not wait for the end.") boolean noWait)
      throws InterruptedException {
    List<Archive> archives = archives(target);
    if (archives.size() != 1) {
      throw new IllegalArgumentException(
          archives.isEmpty()
              ? "The bus has no archive; see archive in system.yaml."
              : "The bus has " + archives.size() + " archives; only one of them is ours.");
    }
    List<Rule> rules = rules(target, consumer);
    Instant end = to == null ? Instant.now().plusSeconds(1) : to;
    String called = name == null ? consumer + "-" + Instant.now().toEpochMilli() : name;
    EventBridgeClient bridge = target.bridge();
    bridge.startReplay(
        start ->
            start
                .replayName(called)
                .eventSourceArn(arn(target, archives.get(0)))
                .eventStartTime(from)
                .eventEndTime(end)
                .destination(
                    destination ->
                        destination
                            .arn(bus(target))
                            .filterArns(rules.stream().map(Rule::arn).toList())));
    out().printf("Replay %s: %s to %s, to %s%n", called, from, end, names(rules));
    return noWait ? 0 : await(target, called);
  }

  @Command(name = "cancel", description = "Ends a replay; what it has sent stays sent.")
  int cancel(
      @Mixin Target target,
      @Parameters(paramLabel = "NAME", description = "As list prints it.") String name) {
    target.bridge().cancelReplay(cancel -> cancel.replayName(name));
    out().println("Cancelling " + name);
    return 0;
  }

  private int await(Target target, String name) throws InterruptedException {
    while (true) {
      DescribeReplayResponse replay =
          target.bridge().describeReplay(describe -> describe.replayName(name));
      ReplayState state = replay.state();
      if (state != ReplayState.STARTING
          && state != ReplayState.RUNNING
          && state != ReplayState.CANCELLING) {
        String reason = replay.stateReason() == null ? "" : ": " + replay.stateReason();
        out().println(state + reason);
        return state == ReplayState.COMPLETED ? 0 : 1;
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  /** A stack's bus is called like the stack. */
  private static String bus(Target target) {
    return target.bridge().describeEventBus(describe -> describe.name(target.stack())).arn();
  }

  private static List<Archive> archives(Target target) {
    return target.bridge().listArchives(list -> list.eventSourceArn(bus(target))).archives();
  }

  private static String arn(Target target, Archive archive) {
    return target
        .bridge()
        .describeArchive(describe -> describe.archiveName(archive.archiveName()))
        .archiveArn();
  }

  /** The consumer's rules; of projections and ranges there may be more than one. */
  private static List<Rule> rules(Target target, String consumer) {
    List<Rule> all = BusRules.all(target);
    String begins = Names.consumer(consumer) + "Rule";
    List<Rule> found =
        all.stream().filter(rule -> target.names().logicalId(rule.name()).equals(begins)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no rule of %s. There are: %s".formatted(consumer, names(all)));
    }
    if (found.stream().anyMatch(ArchiveCommand::takesNoReplays)) {
      throw new IllegalArgumentException(
          consumer + " takes no replays: its rule says so. A saga is begun by a new event only.");
    }
    return found;
  }

  private static boolean takesNoReplays(Rule rule) {
    return rule.eventPattern() != null && rule.eventPattern().contains("\"replay-name\"");
  }

  private static String names(List<Rule> rules) {
    return String.join(", ", rules.stream().map(Rule::name).toList());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
