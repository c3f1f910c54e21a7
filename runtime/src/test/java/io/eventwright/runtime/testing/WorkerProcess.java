package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A function in a process of its own, so that it can be killed in the midst of its work. */
public final class WorkerProcess {
  private WorkerProcess() {}

  /**
   * Starts one; it handles one payload, from its input, and ends.
   *
   * @param function {@code credit}, {@code halting} (its dependency ends the process) or {@code
   *     relay}
   * @param hours how far its clock is ahead
   */
  public static Process start(TestCloud cloud, String function, int hours, byte[] payload)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WorkerProcess.class.getName(),
                function,
                Integer.toString(hours)));
    builder.environment().putAll(cloud.variables());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Path.of("target", "worker-process.log").toFile());
    Process process = builder.start();
    process.getOutputStream().write(payload);
    process.getOutputStream().close();
    return process;
  }

  /** The process. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> variables = System.getenv();
    Settings settings = new Settings(variables::get);
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Integer.parseInt(arguments[1])));
    SystemRuntime runtime = new SystemRuntime(settings, new Clients(settings), clock, System.out);
    RequestStreamHandler handler =
        switch (arguments[0]) {
          case "credit" -> QueueFunction.of(Sample.creditWallet(), runtime);
          case "relay" -> RelayFunction.of(runtime);
          default -> QueueFunction.of(halting(), runtime);
        };
    handler.handleRequest(System.in, System.out, TestContext.of(20_000));
    Runtime.getRuntime().halt(0);
  }

  private static WorkerDefinition<Sample.Amount, Void> halting() {
    return WorkerDefinition.named("halting", Sample.DEPOSIT_V2)
        .using(DependencySettings.of("gateway", Duration.ofSeconds(5)))
        .decidedUsing(
            (event, state, dependencies) -> {
              dependencies
                  .named("gateway")
                  .call(
                      () -> {
                        Runtime.getRuntime().halt(137);
                        return "never";
                      });
              return Decision.unchanged();
            });
  }
}
