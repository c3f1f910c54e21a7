package io.eventwright.local.operate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of {@code events:operate}. */
@Command(
    name = "operate",
    description = "Looks into a running system and sets right what needs a person.",
    mixinStandardHelpOptions = true,
    subcommands = {
      QuarantineCommand.class,
      DeadLettersCommand.class,
      ParkedCommand.class,
      SagasCommand.class,
      EventsCommand.class,
      EntityCommand.class,
      ForgetCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      ArchiveCommand.class,
      ProjectionsCommand.class
    })
public final class Operate implements Runnable {

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Runs one command; ends with its exit code: 0 well, 1 refused or failed, 2 not understood.
   *
   * @param arguments the command as one text, as a person writes it, then options as they are
   */
  public static void main(String[] arguments) {
    List<String> line = new ArrayList<>(words(arguments[0]));
    line.addAll(List.of(arguments).subList(1, arguments.length));
    System.exit(
        commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
            .execute(line.toArray(String[]::new)));
  }

  /** Words apart by blanks; quotes keep blanks within a word. */
  static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group().replace("\"", "").replace("'", ""))
        .toList();
  }

  /** The command line, for tests too. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Operate())
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(failure.getMessage() == null ? failure : failure.getMessage());
              return 1;
            });
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
