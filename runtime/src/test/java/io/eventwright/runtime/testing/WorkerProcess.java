package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Ordering;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A function in a process of its own, so that it can be killed in the midst of its work. */
public final class WorkerProcess {
  private WorkerProcess() {}

  /**
   * Starts one; it handles one payload, from its input, and ends.
   *
   * @param function {@code credit}, {@code relay}, or one that ends the process: {@code halting} in
   *     the call of its dependency, {@code halting-before} in its own code before that, {@code
   *     halting-alone} in its own code, without a dependency
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
    builder.redirectOutput(
        Path.of("target", "worker-process-" + ProcessHandle.current().pid() + ".log").toFile());
    Process process = builder.start();
    process.getOutputStream().write(payload);
    process.getOutputStream().close();
    return process;
  }

  /**
   * Starts one that handles payload after payload: a line of base64 each, answered by a line.
   *
   * @param key its access key, by which its calls are known
   */
  static Process serve(TestCloud cloud, String function, String key) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx96m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WorkerProcess.class.getName(),
                function,
                "serve"));
    builder.environment().putAll(cloud.variables());
    builder.environment().put("AWS_ACCESS_KEY_ID", key);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void serve(String function) throws IOException {
    Settings settings = new Settings(System.getenv()::get);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    // What is younger than half a minute the sweep leaves to the doorbell.
    Duration ahead = function.equals("sweeper") ? Duration.ofMinutes(1) : Duration.ZERO;
    Clock clock = Clock.offset(Clock.systemUTC(), ahead);
    RequestStreamHandler handler =
        handler(function, new SystemRuntime(settings, new Clients(settings), clock, nowhere));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(Base64.getDecoder().decode(line)),
          answer,
          TestContext.of(120_000));
      System.out.println(answer.toString(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  private static RequestStreamHandler handler(String function, SystemRuntime runtime) {
    return switch (function) {
      case "credit" -> QueueFunction.of(Sample.creditWallet(), runtime);
      case "strict" -> QueueFunction.of(Sample.follow("strict", Ordering.STRICT), runtime);
      case "latest" -> QueueFunction.of(Sample.follow("latest", Ordering.LATEST_WINS), runtime);
      case "relay", "sweeper" -> RelayFunction.of(runtime);
      case "halting-before" -> QueueFunction.of(haltingBefore(), runtime);
      case "halting-alone" -> QueueFunction.of(haltingAlone(), runtime);
      default -> QueueFunction.of(halting(), runtime);
    };
  }

  /** The process. */
  public static void main(String[] arguments) throws IOException {
    if (arguments[1].equals("serve")) {
      serve(arguments[0]);
      return;
    }
    Map<String, String> variables = System.getenv();
    Settings settings = new Settings(variables::get);
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Integer.parseInt(arguments[1])));
    RequestStreamHandler handler =
        handler(
            arguments[0], new SystemRuntime(settings, new Clients(settings), clock, System.out));
    handler.handleRequest(System.in, System.out, TestContext.of(60_000));
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

  private static WorkerDefinition<Sample.Amount, Void> haltingBefore() {
    return WorkerDefinition.named("halting-before", Sample.DEPOSIT_V2)
        .using(DependencySettings.of("gateway", Duration.ofSeconds(5)))
        .decidedUsing(
            (event, state, dependencies) -> {
              Runtime.getRuntime().halt(137);
              return Decision.unchanged();
            });
  }

  private static WorkerDefinition<Sample.Amount, Void> haltingAlone() {
    return WorkerDefinition.named("halting-alone", Sample.DEPOSIT_V2)
        .decidedBy(
            (event, state) -> {
              Runtime.getRuntime().halt(137);
              return Decision.unchanged();
            });
  }
}
