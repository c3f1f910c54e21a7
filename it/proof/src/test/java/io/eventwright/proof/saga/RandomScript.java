package io.eventwright.proof.saga;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.generator.check.SystemChecks;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.emit.saga.SagaEmitter;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.SystemLinker;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateRenderer;
import io.eventwright.local.states.json.Json;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.SagaEndFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.saga.SagaDefinition;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A random saga made runnable: loaded, checked, linked and emitted as in a build, with a worker for
 * each step that takes one from an account of that step's own, or gives it back.
 */
final class RandomScript {
  private static final Path FOLDER = Path.of("target", "random");
  private static final TemplateRenderer TEMPLATES =
      new TemplateRenderer(TemplateCatalogue.builtIn());

  private RandomScript() {}

  static Script of(RandomSaga saga, String name) throws IOException {
    return of(saga.systemYaml(), name);
  }

  /** The same of a saga that somebody thought of. */
  static Script of(String systemYaml, String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    write(folder.resolve("system.yaml"), systemYaml);
    for (String event :
        List.of(
            "trip-requested",
            "trip-booked",
            "trip-cancelled",
            "trip-told",
            "part-requested",
            "part-booked",
            "part-cancelled")) {
      write(folder.resolve("schemas").resolve(event).resolve("1.0.json"), schema(event));
    }
    write(folder.resolve("schemas").resolve("trip-approval").resolve("1.0.json"), APPROVAL);
    write(folder.resolve("schemas").resolve("_entities").resolve("account.json"), ACCOUNT);
    write(folder.resolve("schemas").resolve("_types").resolve("trip-id.json"), TRIP_ID);
    Map<String, Function<SystemRuntime, RequestStreamHandler>> functions = new HashMap<>();
    SystemUnderCheck source = checked(folder);
    source
        .source()
        .workers()
        .forEach(
            worker -> {
              String each = worker.name().value();
              functions.put(
                  functionName(each), runtime -> worker(each, !worker.uses().isEmpty(), runtime));
            });
    functions.put(
        "TripEndFunction",
        runtime ->
            SagaEndFunction.of(
                SagaDefinition.named("trip", Trip.REQUESTED)
                    .done(Trip.BOOKED, event -> event.data())
                    .undone(Trip.CANCELLED, (event, failure) -> event.data())
                    .build(),
                runtime));
    List<GeneratedFile> files = new SagaEmitter(TEMPLATES).emit(SystemLinker.link(source)).value();
    functions.put(
        "PartEndFunction",
        runtime ->
            SagaEndFunction.of(
                SagaDefinition.named("part", Trip.PART_REQUESTED)
                    .done(Trip.PART_BOOKED, event -> event.data())
                    .undone(Trip.PART_CANCELLED, (event, failure) -> event.data())
                    .build(),
                runtime));
    Map<String, String> definitions = new LinkedHashMap<>();
    for (String machine : List.of("trip", "part")) {
      for (GeneratedFile file : files) {
        if (file.path().equals(machine + ".asl.json")) {
          definitions.put(machine.equals("part") ? "Part" : machine, file.text());
          write(Path.of("target", "asl", name + "-" + file.path()), file.text());
        }
      }
    }
    return new Script(definitions, functions, new Tables());
  }

  private static SystemUnderCheck checked(Path folder) throws IOException {
    var loaded = SystemLoader.load(new InputFolder(folder, "system"), Set.of());
    SystemUnderCheck source = loaded.valueOrNull();
    List<String> errors =
        java.util.stream.Stream.concat(
                loaded.diagnostics().stream(),
                source == null ? java.util.stream.Stream.of() : SystemChecks.check(source).stream())
            .filter(Diagnostic::isError)
            // The user's Java is in this test.
            .filter(each -> !each.ruleId().equals("missing-class"))
            .map(String::valueOf)
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(String.join("\n", errors));
    }
    return Objects.requireNonNull(source);
  }

  private static String functionName(String worker) {
    StringBuilder name = new StringBuilder();
    for (String word : worker.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name + "Function";
  }

  /** One function; the account is that of the step and item that it is called for. */
  private static RequestStreamHandler worker(
      String name, boolean callsOutside, SystemRuntime runtime) {
    Map<String, RequestStreamHandler> steps = new HashMap<>();
    return (input, output, context) -> {
      byte[] payload = input.readAllBytes();
      Map<?, ?> told =
          (Map<?, ?>)
              Objects.requireNonNull(Json.parse(new String(payload, StandardCharsets.UTF_8)));
      steps
          .computeIfAbsent(
              told.get("saga").equals("trip")
                  ? String.valueOf(told.get("step"))
                  : told.get("saga") + "/" + told.get("execution") + "/" + told.get("step"),
              step -> step(name, step, callsOutside, runtime))
          .handleRequest(new ByteArrayInputStream(payload), output, context);
    };
  }

  private static RequestStreamHandler step(
      String worker, String step, boolean callsOutside, SystemRuntime runtime) {
    long change = worker.startsWith("undo-") ? -1 : 1;
    if (callsOutside) {
      return SagaStepFunction.of(
          WorkerDefinition.named(worker, Trip.REQUESTED, Trip.ACCOUNTS)
              .keyedBy(event -> step)
              .using(DependencySettings.of("gateway", Duration.ofMillis(500)))
              .decidedUsing(
                  (event, account, dependencies) -> {
                    dependencies.named("gateway").call(() -> "");
                    // Its undo is asked for also when it was only killed within the call.
                    long taken = account.orElse(new Trip.Account(0)).taken() + change;
                    return Decision.next(new Trip.Account(Math.max(0, taken)));
                  }),
          runtime);
    }
    return SagaStepFunction.of(
        WorkerDefinition.named(
                worker,
                step.startsWith("part/") ? Trip.PART_REQUESTED : Trip.REQUESTED,
                Trip.ACCOUNTS)
            .keyedBy(event -> step)
            .decidedBy(
                (event, account) ->
                    Decision.next(
                        new Trip.Account(account.orElse(new Trip.Account(0)).taken() + change))),
        runtime);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String schema(String event) {
    return """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "%s",
      "description": "Of a random saga.",
      "type": "object",
      "required": ["tripId", "kind", "items"],
      "properties": {
        "tripId": { "$ref": "../_types/trip-id.json" },
        "kind": { "enum": ["a", "b", "c"] },
        "items": { "type": "array", "maxItems": 4, "items": { "type": "string", "maxLength": 8 } }
      }
    }
    """
        .formatted(event);
  }

  private static final String APPROVAL =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Approval",
        "description": "A person's yes or no.",
        "type": "object",
        "required": ["approved"],
        "properties": { "approved": { "type": "boolean" } }
      }
      """;

  private static final String TRIP_ID =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Trip identifier",
        "description": "Names one trip.",
        "type": "string",
        "maxLength": 32,
        "x-id": "TripId"
      }
      """;

  private static final String ACCOUNT =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Account",
        "description": "What was taken.",
        "type": "object",
        "required": ["tripId", "taken"],
        "properties": {
          "tripId": { "$ref": "../_types/trip-id.json" },
          "taken": { "type": "integer", "minimum": -10, "maximum": 10 }
        }
      }
      """;
}
