package io.eventwright.local.operate;

import io.eventwright.runtime.anchor.AnchorCheck;
import io.eventwright.runtime.anchor.Anchors;
import io.eventwright.runtime.log.EntityLog;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Whether the log still holds what was once in it. */
@Command(
    name = "verify",
    description = {
      "Holds the log against the heads that are kept in the locked bucket each day: finds an end",
      "that was cut off, and a log that was written anew. For what is in between, of one entity:",
      "entity verify."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final String BUCKET = "AnchorBucket";

  @Mixin private Target target = new Target();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String bucket =
        target
            .names()
            .bucket(BUCKET)
            .orElseThrow(
                () -> new IllegalArgumentException("The stack has no bucket " + BUCKET + "."));
    AnchorCheck.Verdict verdict =
        new AnchorCheck(
                new EntityLog(target.tables(), target.names().table("LogTable")),
                new Anchors(target.buckets(), bucket))
            .check();
    verdict.findings().forEach(spec.commandLine().getOut()::println);
    spec.commandLine()
        .getOut()
        .printf(
            "%d entities have a head kept: %s%n",
            verdict.entities(),
            verdict.findings().isEmpty()
                ? "the log holds each"
                : verdict.findings().size() + " do not hold");
    return verdict.findings().isEmpty() ? 0 : 1;
  }
}
