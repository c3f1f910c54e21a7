package io.eventwright.proof.saga;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.StepFunctionsException;
import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.VirtualTimeline;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One run of a saga: the generated definition on the interpreter, the runtime's own functions
 * behind it, a clock that jumps. Everything happens on the caller's thread, in one order.
 */
final class Stage implements TaskTarget {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  static final Map<String, String> VARIABLES =
      Map.of(
          "EVENTWRIGHT_SYSTEM", "proved",
          "EVENTWRIGHT_BUS", "bus",
          "EVENTWRIGHT_LOG_TABLE", "log",
          "EVENTWRIGHT_INBOX_TABLE", "inbox",
          "EVENTWRIGHT_CONTROL_TABLE", "control",
          "EVENTWRIGHT_ORDER_TABLE", "order",
          "EVENTWRIGHT_VIEWS_TABLE", "views");

  final VirtualTimeline timeline = new VirtualTimeline(START);
  final Tables tables;
  final SystemRuntime runtime;
  final StepFunctions functions =
      new StepFunctions("eu-west-1", "123456789012", timeline, this, new Random(7));
  final List<String> executions = new ArrayList<>();

  /** Each call's place, in order. */
  final List<String> calls = new ArrayList<>();

  /** The keys of what services were asked to do without a worker. */
  final Set<String> effects = new TreeSet<>();

  /** The keys of what services were about to do, so that it may have to be undone. */
  final Set<String> begun = new TreeSet<>();

  /** The rows of what had to wait for a person. */
  final List<Map<String, AttributeValue>> parked = new ArrayList<>();

  /** The faults that came to pass. */
  final Set<Fault> struck = new HashSet<>();

  private final Script script;
  private final List<Fault> faults;
  private final Map<String, RequestStreamHandler> made = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, Long> timeouts = new HashMap<>();
  private final String machine;
  private final ItemTasks items;
  private final Striking striking;
  private boolean mended;

  /** Whether those who are asked answer by themselves. */
  boolean answers = true;

  /** What an express saga has given up, each the event that started it. */
  final Deque<String> deadLetters = new ArrayDeque<>();

  /** How long a call travels, and its answer likewise. */
  ToLongFunction<TaskCall> travelMillis = call -> 0;

  /** Which calls may go wrong. */
  Predicate<TaskCall> strikes = call -> true;

  /** Is told of each call when it leaves. */
  Consumer<TaskCall> leaving = call -> {};

  /** Whose first call has its process killed, after so many of its calls of a table. */
  String dying = "";

  int diesAfter;

  /** How long a function may run. */
  int functionMillis = 60_000;

  /** How long it takes until a person looks at what waits. */
  Duration untilSomebodyLooks = Duration.ofHours(1);

  Stage(Script script, List<Fault> faults) {
    this.script = script;
    this.faults = faults;
    this.tables = script.before().copy();
    this.items = new ItemTasks(tables);
    this.striking = new Striking(timeline, tables, timeouts, this::perform);
    tables.expireBy(timeline::now);
    Settings settings = new Settings(VARIABLES::get);
    this.runtime =
        runtime(
            settings,
            new Clients(settings, tables, new Answers(functions)),
            new TimelineClock(timeline));
    String first = null;
    for (var definition : script.definitions().entrySet()) {
      String text = substituted(definition.getValue());
      String arn =
          functions
              .createStateMachine(
                  definition.getKey(), text, "arn:aws:iam::1:role/saga", script.isExpress())
              .arn();
      first = first == null ? arn : first;
      readTimeouts(Json.parse(text));
    }
    this.machine = Objects.requireNonNull(first, "a saga");
  }

  static SystemRuntime runtime(DynamoDbClient tables, Clock clock) {
    Settings settings = new Settings(VARIABLES::get);
    return runtime(settings, new Clients(settings, tables), clock);
  }

  private static SystemRuntime runtime(Settings settings, Clients clients, Clock clock) {
    return new SystemRuntime(
        settings,
        clients,
        clock,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** Logical ids stand for themselves; tables for the names they have here. */
  static String substituted(String definition) {
    return definition
        .replace("${ControlTable}", "control")
        .replace("${InboxTable}", "inbox")
        .replaceAll(
            "\\$\\{([A-Z])([A-Za-z0-9]*)StateMachine}",
            "arn:aws:states:eu-west-1:123456789012:stateMachine:$1$2")
        .replaceAll("\\$\\{([A-Za-z0-9]+)}", "$1");
  }

  private void readTimeouts(@Nullable Object json) {
    if (json instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) -> {
            if (value instanceof Map<?, ?> state
                && state.get("TimeoutSeconds") instanceof Number seconds) {
              timeouts.put(String.valueOf(name), seconds.longValue());
            }
            readTimeouts(value);
          });
    } else if (json instanceof List<?> list) {
      list.forEach(this::readTimeouts);
    }
  }

  /** Starts an execution with a name of its own, as a rule does. */
  void start(String event) {
    executions.add(functions.startExecution(machine, "x-" + (executions.size() + 1), event).arn());
  }

  /** Runs until nothing moves any more. */
  void run() {
    timeline.runUntilIdle();
  }

  List<ExecutionView> views() {
    return executions.stream().map(functions::describeExecution).toList();
  }

  /** Takes down what the executions have done. */
  void record(String what, Recordings recordings) {
    for (String execution : executions) {
      recordings.add(what, functions.describeExecution(execution), functions.history(execution));
    }
  }

  /**
   * An execution may fail only while it claims its event: whatever happens later ends, or waits for
   * a person; else what was taken would stay taken, and nobody know.
   */
  void requireUnbegun(ExecutionView view) {
    List<String> states =
        functions.history(view.arn()).stream()
            .map(HistoryEvent::stateName)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!view.status().equals("FAILED") || !states.equals(List.of("Claim event"))) {
      throw new AssertionError("neither ended nor parked: " + view + " after " + states);
    }
  }

  /** What went wrong goes wrong no more, as when a person has mended it. */
  void mend() {
    mended = true;
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return true;
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    leaving.accept(call);
    Duration way = Duration.ofMillis(travelMillis.applyAsLong(call));
    if (way.isZero()) {
      return arrive(call);
    }
    CompletableFuture<TaskOutcome> answer = new CompletableFuture<>();
    timeline.schedule(
        way,
        () ->
            arrive(call)
                .thenAccept(outcome -> timeline.schedule(way, () -> answer.complete(outcome))));
    return answer;
  }

  private CompletionStage<TaskOutcome> arrive(TaskCall call) {
    if (waitsForAPerson(call)) {
      return waits(call);
    }
    String place = place(call);
    calls.add(place);
    String key = serviceKey(call);
    if (key != null) {
      begun.add(key);
    }
    boolean strikes = this.strikes.test(call);
    int attempt = strikes ? attempts.merge(place, 1, Integer::sum) : 0;
    if (place.equals(dying) && attempt == 1) {
      return striking.killed(call, diesAfter, false);
    }
    for (Fault fault : faults) {
      if (!mended && strikes && fault.place().equals(place) && (fault.forGood() || attempt == 1)) {
        struck.add(fault);
        return striking.strike(fault.mishap(), call);
      }
    }
    return CompletableFuture.completedFuture(perform(call));
  }

  private static boolean waitsForAPerson(TaskCall call) {
    return call.resource().arn().endsWith("putItem.waitForTaskToken")
        && String.valueOf(arguments(call).get("Item")).contains("pk={S=parked#");
  }

  /** Whoever is asked answers after an hour, unless nobody waits any more. */
  private void answerLater(TaskCall call, String answer) {
    if (!answers) {
      return;
    }
    String token = Objects.requireNonNull(call.taskToken());
    timeline.schedule(
        Duration.ofHours(1),
        () -> {
          try {
            functions.sendTaskSuccess(token, answer);
          } catch (StepFunctionsException e) {
            // It has timed out, or was tried again with another token.
            return;
          }
        });
  }

  /** The row is written; some time later a person mends what went wrong, and lets it go on. */
  private CompletionStage<TaskOutcome> waits(TaskCall call) {
    String token = Objects.requireNonNull(call.taskToken());
    parked.add(ItemTasks.attributes(arguments(call).get("Item")));
    timeline.schedule(
        untilSomebodyLooks,
        () -> {
          mend();
          functions.sendTaskSuccess(token, "{\"decision\": \"resume\"}");
        });
    return CompletableFuture.completedFuture(items.put(arguments(call), "DynamoDb"));
  }

  static TaskOutcome succeeded(@Nullable Object payload) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("Payload", payload);
    answer.put("StatusCode", 200);
    return new TaskOutcome.Succeeded(answer);
  }

  private static String place(TaskCall call) {
    if (call.resource().service().equals("lambda")) {
      Map<?, ?> payload = payload(call);
      return payload.containsKey("step")
          ? payload.get("step") + "/" + payload.get("direction")
          : "end/" + payload.get("outcome");
    }
    return call.stateName();
  }

  private static Map<?, ?> arguments(TaskCall call) {
    return (Map<?, ?>) Objects.requireNonNull(call.arguments());
  }

  private static Map<?, ?> payload(TaskCall call) {
    return (Map<?, ?>) Objects.requireNonNull(arguments(call).get("Payload"));
  }

  /** What a service is to do; null when it is no service, or a table of our own. */
  private static @Nullable String serviceKey(TaskCall call) {
    Map<?, ?> arguments = arguments(call);
    Object key =
        switch (call.resource().service() + ":" + call.resource().action()) {
          case "dynamodb:putItem" -> isOurs(arguments) ? null : by(arguments);
          case "events:putEvents" ->
              object(((List<?>) Objects.requireNonNull(arguments.get("Entries"))).get(0), "Detail")
                  .get("id");
          case "sqs:sendMessage" ->
              isDeadLetter(arguments) ? null : object(arguments, "MessageBody").get("id");
          default -> null;
        };
    return key == null ? null : String.valueOf(key);
  }

  private static boolean isOurs(Map<?, ?> arguments) {
    return Set.of("control", "inbox").contains(String.valueOf(arguments.get("TableName")));
  }

  private static boolean isDeadLetter(Map<?, ?> arguments) {
    return String.valueOf(arguments.get("QueueUrl")).endsWith("DeadLetterQueue");
  }

  private static String by(Map<?, ?> arguments) {
    return ItemTasks.attributes(arguments.get("Item")).get("by").s();
  }

  private static Map<?, ?> object(@Nullable Object of, String name) {
    return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(of)).get(name));
  }

  private TaskOutcome perform(TaskCall call) {
    Map<?, ?> arguments = arguments(call);
    return switch (call.resource().service() + ":" + call.resource().action()) {
      case "lambda:invoke" -> {
        TaskOutcome outcome = invoke(call);
        if (call.taskToken() != null && outcome instanceof TaskOutcome.Succeeded) {
          answerLater(call, "{\"tripId\": \"t-1\", \"kind\": \"a\", \"items\": []}");
        }
        yield outcome;
      }
      case "dynamodb:putItem" -> {
        TaskOutcome outcome = items.put(arguments, "DynamoDB");
        if (!isOurs(arguments)) {
          effects.add(by(arguments));
        } else if (outcome instanceof TaskOutcome.Succeeded
            && call.stateName().startsWith("Ask for ")) {
          String[] key = ItemTasks.attributes(arguments.get("Item")).get("pk").s().split("#");
          begun.add(key[3].replaceFirst("(/|$)", "/" + key[2] + "$1"));
        } else if (outcome instanceof TaskOutcome.Succeeded
            && call.stateName().startsWith("Begin ")) {
          String key = ItemTasks.attributes(arguments.get("Item")).get("pk").s();
          begun.add(key.replaceAll("^[^#]*#|#do$", "").replace('#', '/'));
        }
        yield outcome;
      }
      case "aws-sdk:dynamodb:putItem" -> {
        TaskOutcome outcome = items.put(arguments, "DynamoDb");
        if (outcome instanceof TaskOutcome.Succeeded) {
          answerLater(call, "{\"approved\": true}");
        }
        yield outcome;
      }
      case "dynamodb:getItem" -> items.get(arguments);
      case "dynamodb:updateItem" -> items.update(arguments);
      case "ecs:runTask" ->
          new ContainerStep(tables, new TimelineClock(timeline), effects).run(arguments);
      case "events:putEvents" -> effect(serviceKey(call));
      case "sqs:sendMessage" -> {
        if (isDeadLetter(arguments)) {
          deadLetters.add(Json.write(arguments.get("MessageBody")));
          yield new TaskOutcome.Succeeded(Map.of());
        }
        yield effect(serviceKey(call));
      }
      default -> throw new UnsupportedOperationException(call.resource().arn());
    };
  }

  private TaskOutcome effect(@Nullable Object key) {
    effects.add(String.valueOf(key));
    return new TaskOutcome.Succeeded(Map.of("FailedEntryCount", 0));
  }

  private TaskOutcome invoke(TaskCall call) {
    String function = String.valueOf(arguments(call).get("FunctionName"));
    RequestStreamHandler handler =
        made.computeIfAbsent(
            function,
            name ->
                Objects.requireNonNull(script.functions().get(name), "no function " + name)
                    .apply(runtime));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.write(payload(call)).getBytes(StandardCharsets.UTF_8)),
          answer,
          new Patience(functionMillis));
      return succeeded(Json.parse(answer.toString(StandardCharsets.UTF_8)));
    } catch (RuntimeException | IOException e) {
      Map<String, @Nullable Object> cause = new LinkedHashMap<>();
      cause.put("errorMessage", e.getMessage());
      cause.put("errorType", e.getClass().getName());
      return new TaskOutcome.Failed(e.getClass().getName(), Json.write(cause));
    }
  }
}
