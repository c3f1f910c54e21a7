package io.eventwright.local.operate;

import io.eventwright.local.json.Json;
import io.eventwright.local.operate.lookup.Mask;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.store.Page;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What has happened to one entity. */
@Command(
    name = "entity",
    description = "What has happened to one entity, from its log.",
    mixinStandardHelpOptions = true)
final class EntityCommand {

  private static final int PAGE = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "history",
      description = "Each version: when, why, state before and after, what it published.")
  int history(
      @Mixin Target target,
      @Parameters(paramLabel = "ENTITY", description = "Such as wallet.") String entity,
      @Parameters(paramLabel = "ID", description = "Such as p-1.") String id) {
    String partition = new EntityKey(entity, id).partition();
    EntityLog log = log(target);
    Mask mask = target.description().mask();
    long version = 0;
    String before = null;
    Page<VersionRow> page;
    do {
      page = log.after(partition, version, PAGE);
      for (VersionRow row : page.items()) {
        out().println(Json.pretty(VersionEntry.of(row, before, mask)));
        before = row.state();
        version = row.version();
      }
    } while (page.next() != null);
    out().println(version + " versions");
    return 0;
  }

  @Command(
      name = "state",
      description = {
        "The state now, at a version, or at a time.",
        "A time is that of the instance that decided: good to within its clock's error."
      })
  int state(
      @Mixin Target target,
      @Parameters(paramLabel = "ENTITY", description = "Such as wallet.") String entity,
      @Parameters(paramLabel = "ID", description = "Such as p-1.") String id,
      @Option(names = "--version", description = "From 1 on.") @Nullable Long version,
      @Option(names = "--at", description = "Such as 2026-11-23T10:00:00Z.") @Nullable Instant at) {
    String partition = new EntityKey(entity, id).partition();
    EntityLog log = log(target);
    Mask mask = target.description().mask();
    VersionRow row =
        version != null
            ? log.at(partition, version).orElse(null)
            : at != null ? lastBefore(log, partition, at) : log.latest(partition).orElse(null);
    if (row == null) {
      throw new IllegalArgumentException("The log has no such version of " + partition);
    }
    out().println(Json.pretty(VersionEntry.of(row, VersionEntry.before(log, row), mask)));
    return 0;
  }

  @Command(
      name = "verify",
      description = "Checks the log's hash chain: nothing changed, moved or missing.")
  int verify(
      @Mixin Target target,
      @Parameters(paramLabel = "ENTITY", description = "Such as wallet.") String entity,
      @Parameters(paramLabel = "ID", description = "Such as p-1.") String id) {
    LogVerifier.Verdict verdict = new LogVerifier(log(target)).verify(new EntityKey(entity, id));
    verdict.findings().forEach(out()::println);
    out()
        .printf(
            "%d versions, head %s: %s%n",
            verdict.versions(), verdict.head(), verdict.holds() ? "holds" : "does not hold");
    return verdict.holds() ? 0 : 1;
  }

  private static @Nullable VersionRow lastBefore(EntityLog log, String partition, Instant at) {
    VersionRow last = null;
    long version = 0;
    Page<VersionRow> page;
    do {
      page = log.after(partition, version, PAGE);
      for (VersionRow row : page.items()) {
        version = row.version();
        if (!row.at().isAfter(at)) {
          last = row;
        }
      }
    } while (page.next() != null);
    return last;
  }

  private static EntityLog log(Target target) {
    return new EntityLog(target.tables(), target.names().table("LogTable"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
