package io.eventwright.local.operate;

import io.eventwright.runtime.seal.SubjectKeys;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person asks to be forgotten. */
@Command(
    name = "forget",
    description = {
      "Destroys a person's key: what is sealed of them can never be read again, wherever it is.",
      "Functions that have read the key lately forget it within a minute. There is no way back."
    },
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Target target = new Target();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "Of whom, as x-subject says; such as player.")
  private String kind = "";

  @Option(
      names = "--subject",
      required = true,
      description = "Who: the value of the field that x-subject names; such as p-1.")
  private String subject = "";

  @Override
  public Integer call() {
    boolean known =
        new SubjectKeys(target.tables(), target.names().table("KeysTable"), Clock.systemUTC())
            .forget(kind, subject);
    spec.commandLine()
        .getOut()
        .println(
            kind
                + " "
                + subject
                + (known
                    ? " is forgotten."
                    : " has no key: nothing was sealed, or it is forgotten already. What comes"
                        + " late about them is not kept."));
    return 0;
  }
}
