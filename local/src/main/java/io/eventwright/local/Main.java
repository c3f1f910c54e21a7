package io.eventwright.local;

import io.eventwright.local.api.ApiServer;
import io.eventwright.local.engine.DynamoDbProcess;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.TemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The local cloud as a process: prints its endpoint, its resources and its functions' lines, and
 * ends at Ctrl-C or when whoever started it is gone.
 */
public final class Main {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int MILLION = 1_000_000;

  private Main() {}

  /** Options as {@code name=value}, see {@link CloudOptions}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> options = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    PrintStream out = System.out;
    long began = System.nanoTime();
    out.println(DynamoDbProcess.LICENCE_NOTE);
    Cloud cloud;
    try {
      cloud = Cloud.start(CloudOptions.of(options, (function, line) -> log(out, function, line)));
    } catch (TemplateException refused) {
      out.println(refused.getMessage());
      System.exit(1);
      return;
    }
    Path endpoint = leaveEndpoint(options, cloud);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  endpoint.toFile().delete();
                  cloud.close();
                },
                "local-cloud-end"));
    describe(out, cloud);
    describeApis(out, cloud);
    out.printf(
        "Local cloud up in %.1f s at %s - Ctrl-C ends it%n",
        (System.nanoTime() - began) / MILLION / 1000.0, cloud.endpoint());
    while (System.in.read() >= 0) {
      // Only the end of standard input matters: then the parent is gone.
    }
    System.exit(0);
  }

  /** Beside the class paths, so that {@code events:operate} finds it. */
  private static Path leaveEndpoint(Map<String, String> options, Cloud cloud) throws IOException {
    Path file =
        Path.of(options.getOrDefault("file", "target/eventwright/local.properties"))
            .resolveSibling("endpoint");
    return Files.writeString(file, cloud.endpoint().toString());
  }

  private static void describe(PrintStream out, Cloud cloud) {
    for (Resource resource : cloud.stack().resources()) {
      switch (resource.type()) {
        case "AWS::SQS::Queue",
            "AWS::DynamoDB::Table",
            "AWS::Lambda::Function",
            "AWS::Events::EventBus",
            "AWS::StepFunctions::StateMachine" ->
            out.printf("  %-15s %-32s %s%n", kind(resource), resource.logicalId(), resource.ref());
        default -> {
          // Rules, roles and alarms are in the template.
        }
      }
    }
  }

  private static void describeApis(PrintStream out, Cloud cloud) {
    for (ApiServer api : cloud.apis()) {
      api.urls().forEach((route, url) -> out.printf("  %-15s %-32s %s%n", "Route", route, url));
      if (api.hasTokens()) {
        out.printf(
            "  %-15s %-32s curl -s '%s?sub=p-1'%n",
            "Token", api.definition().logicalId(), api.tokenUrl());
      }
    }
  }

  private static String kind(Resource resource) {
    return resource.type().substring(resource.type().lastIndexOf(':') + 1);
  }

  private static void log(PrintStream out, String function, String line) {
    synchronized (out) {
      out.printf("%s %-24s | %s%n", LocalTime.now().format(TIME), function, line);
    }
  }
}
