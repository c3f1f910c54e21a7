package io.eventwright.proof.saga;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the steps of a saga of every kind call, kept by the rules of the runtime's inbox. */
final class Books implements TaskTarget {
  static final Set<String> ALL =
      new TreeSet<>(
          List.of(
              "freeze-season",
              "reserve-pot",
              "book-hall",
              "note-hall",
              "audit-large",
              "ask-bank",
              "pay-prize/0",
              "pay-prize/1",
              "pay-prize/2",
              "ship-cup",
              "keep-record",
              "print-table",
              "tell-partners",
              "tell-all",
              "clean-up"));

  static final List<String> PLACES = List.copyOf(ALL);

  /** How a step fails: before its effect, after it, by saying no, or by answering nothing. */
  static final List<String> WAYS = List.of("before", "after", "refused", "garbage");

  /** The steps whose answers are read. */
  static final Set<String> ASKED = Set.of("freeze-season", "book-hall", "ask-bank", "print-table");

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String REFUSED = "io.eventwright.runtime.saga.Refused";

  private static final String EVENT =
      """
      {"specversion":"1.0","id":"e-1","source":"league","type":"season-closing.v1",
       "subject":"season/s-1","time":"2026-01-01T00:00:00Z","correlationid":"e-1",
       "dataschema":"urn:eventwright:league:season-closing:1.0",
       "data":{"seasonId":"s-1","organiser":"p-0","name":"winter","pot":6000,
         "closesAt":"2026-01-03T00:00:00Z",
         "winners":[{"playerId":"p-1","prize":3000},{"playerId":"p-2","prize":2000},
           {"playerId":"p-3","prize":1000}]}}
      """;

  /** What undoes a step that is no worker: it knows not whether there is something to undo. */
  private static final Map<String, String> UNDOES =
      Map.of(
          "note-hall-undo", "note-hall",
          "send-cup-undo", "ship-cup",
          "keep-record-undo", "keep-record",
          "print-table-undo", "print-table",
          "tell-partners-undo", "tell-partners",
          "tell-all-undo", "tell-all");

  private final VirtualTimeline timeline = new VirtualTimeline(START);
  private final StepFunctions functions =
      new StepFunctions("eu-west-1", "123456789012", timeline, this, new Random(1));
  private final Set<String> effects = new TreeSet<>();
  private final Set<String> closed = new HashSet<>();
  private final Map<String, Map<String, Object>> rows = new HashMap<>();
  private final Map<String, Map<?, ?>> inputs = new HashMap<>();
  private final String machine;
  private final String failing;
  private final String how;
  private final boolean approves;
  private int parked;
  private boolean mended;
  private @Nullable ExecutionView ended;
  private Map<?, ?> told = Map.of();

  Books(Map<String, String> definitions, String failing, String how, boolean approves) {
    this.failing = failing;
    this.how = how;
    this.approves = approves;
    machine = machine("CloseSeason", definitions.get("close-season"));
    machine("DeliverCup", definitions.get("deliver-cup"));
  }

  private String machine(String name, @Nullable String definition) {
    String text = Stage.substituted(Objects.requireNonNull(definition));
    return functions.createStateMachine(name, text, "arn:aws:iam::1:role/saga", false).arn();
  }

  /** Its outcome; whatever is parked is taken up again after an hour. */
  String run() {
    return run(event -> event);
  }

  /** The same of another event. */
  String run(UnaryOperator<String> changed) {
    String event = changed.apply(EVENT);
    String execution = functions.startExecution(machine, "x-1", event).arn();
    timeline.runUntilIdle();
    ExecutionView view = functions.describeExecution(execution);
    ended = view;
    if (!view.status().equals("SUCCEEDED")) {
      throw new AssertionError(view + "\n" + functions.history(execution));
    }
    return String.valueOf(output().get("outcome"));
  }

  /** Takes down what it has done. */
  void record(String what, Recordings recordings) {
    ExecutionView view = Objects.requireNonNull(ended);
    recordings.add(what, view, functions.history(view.arn()));
  }

  private Map<?, ?> output() {
    return (Map<?, ?>)
        Objects.requireNonNull(Json.parse(String.valueOf(Objects.requireNonNull(ended).output())));
  }

  Set<String> effects() {
    return effects;
  }

  int parked() {
    return parked;
  }

  String failedStep() {
    return String.valueOf(
        ((Map<?, ?>) Objects.requireNonNull(output().get("failure"))).get("step"));
  }

  Map<?, ?> input(String step) {
    return Objects.requireNonNull(inputs.get(step), step);
  }

  /** The event that the saga told others of. */
  Map<?, ?> told() {
    return told;
  }

  long waited() {
    return Duration.between(START, timeline.now()).toSeconds();
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return true;
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    return CompletableFuture.completedFuture(perform(call));
  }

  private TaskOutcome perform(TaskCall call) {
    Map<?, ?> arguments = (Map<?, ?>) Objects.requireNonNull(call.arguments());
    return switch (call.resource().service() + ":" + call.resource().action()) {
      case "lambda:invoke" -> function(call, (Map<?, ?>) object(arguments, "Payload"));
      case "aws-sdk:dynamodb:putItem" -> waits(call, object(arguments, "Item"));
      case "dynamodb:putItem" -> {
        if (String.valueOf(object(arguments, "Item").get("pk")).contains("task#")) {
          yield row(object(arguments, "Item"));
        }
        yield call.stateName().equals("keep-record") ? effect("keep-record") : succeeded(Map.of());
      }
      case "dynamodb:updateItem" -> close(key(arguments, "Key"));
      case "dynamodb:getItem" -> succeeded(Map.of("Item", rows.get(key(arguments, "Key"))));
      case "ecs:runTask" -> container(arguments);
      case "sqs:sendMessage" -> {
        inputs.put(call.stateName(), object(object(arguments, "MessageBody"), "data"));
        yield effect(call.stateName());
      }
      case "events:putEvents" -> {
        Map<?, ?> entry =
            (Map<?, ?>) ((List<?>) Objects.requireNonNull(arguments.get("Entries"))).get(0);
        told = object(entry, "Detail");
        inputs.put("tell-all", object(told, "data"));
        yield effect("tell-all");
      }
      default -> throw new UnsupportedOperationException(call.resource().arn());
    };
  }

  private static String key(Map<?, ?> of, String name) {
    return String.valueOf(object(object(of, name), "pk").get("S"));
  }

  /** Closed, unless it is done; what was never asked for says nothing of an event. */
  private TaskOutcome close(String key) {
    Map<String, Object> row = rows.computeIfAbsent(key, unused -> new LinkedHashMap<>());
    return row.containsKey("result")
        ? new TaskOutcome.Failed("DynamoDB.ConditionalCheckFailedException", "done")
        : succeeded(Map.of("Attributes", row));
  }

  /** A row of the control table, which is asked for once. */
  private TaskOutcome row(Map<?, ?> item) {
    String key = String.valueOf(object(item, "pk").get("S"));
    Map<String, Object> row = new LinkedHashMap<>();
    item.forEach((name, value) -> row.put(String.valueOf(name), Objects.requireNonNull(value)));
    return rows.putIfAbsent(key, row) == null
        ? succeeded(Map.of())
        : new TaskOutcome.Failed("DynamoDB.ConditionalCheckFailedException", "before");
  }

  /** The container: it finds what to do by its key, and answers there. */
  private TaskOutcome container(Map<?, ?> arguments) {
    Map<?, ?> override =
        (Map<?, ?>)
            ((List<?>)
                    Objects.requireNonNull(
                        object(arguments, "Overrides").get("ContainerOverrides")))
                .get(0);
    Map<?, ?> variable =
        (Map<?, ?>) ((List<?>) Objects.requireNonNull(override.get("Environment"))).get(0);
    Map<String, Object> row =
        Objects.requireNonNull(rows.get(String.valueOf(variable.get("Value"))), "its row");
    Map<?, ?> event =
        (Map<?, ?>)
            Objects.requireNonNull(Json.parse(String.valueOf(object(row, "event").get("S"))));
    inputs.put("print-table", object(event, "data"));
    TaskOutcome outcome = effect("print-table");
    if (outcome instanceof TaskOutcome.Failed) {
      return new TaskOutcome.Failed("States.TaskFailed", "{\"ExitCode\":1}");
    }
    if (!saysNothing("print-table")) {
      row.put("result", Map.of("S", "{\"pages\":" + object(event, "data").get("players") + "}"));
    }
    return succeeded(Map.of("Containers", List.of(Map.of("ExitCode", 0))));
  }

  private static Map<?, ?> object(Map<?, ?> of, String name) {
    return (Map<?, ?>) Objects.requireNonNull(of.get(name), name);
  }

  private TaskOutcome waits(TaskCall call, Map<?, ?> item) {
    String key = String.valueOf(object(item, "pk").get("S"));
    String token = Objects.requireNonNull(call.taskToken());
    if (key.startsWith("parked#")) {
      parked++;
      later(
          () -> {
            mended = true;
            functions.sendTaskSuccess(token, "{\"decision\": \"resume\"}");
          });
    } else {
      if (!key.equals("callback#close-season#approve#s-1")) {
        throw new AssertionError(key);
      }
      later(
          () -> {
            if (approves) {
              functions.sendTaskSuccess(token, "{\"approved\": true}");
            } else {
              functions.sendTaskFailure(token, REFUSED, "not-approved: a person said no");
            }
          });
    }
    return succeeded(Map.of());
  }

  private void later(Runnable work) {
    timeline.schedule(Duration.ofHours(1), work);
  }

  private TaskOutcome function(TaskCall call, Map<?, ?> payload) {
    if (payload.containsKey("outcome")) {
      return succeeded(Map.of("Payload", Map.of("outcome", "applied")));
    }
    String step = String.valueOf(payload.get("step"));
    if (payload.get("input") instanceof Map<?, ?> input) {
      inputs.put(step, object(input, "data"));
    }
    if (payload.get("direction").equals("undo")) {
      closed.add(step);
      effects.remove(step);
      return succeeded(Map.of("Payload", Map.of("outcome", "applied")));
    }
    String undone = UNDOES.get(step);
    if (undone != null) {
      effects.remove(undone);
      return succeeded(Map.of("Payload", Map.of("outcome", "applied")));
    }
    if (closed.contains(step)) {
      return new TaskOutcome.Failed(REFUSED, "undone: it was undone before");
    }
    TaskOutcome outcome = effect(step);
    if (outcome instanceof TaskOutcome.Succeeded && step.equals("ask-bank")) {
      if (!"s-1".equals(payload.get("reference"))
          || !"s-1".equals(inputs.get("ask-bank").get("reference"))) {
        throw new AssertionError("the answer could not find back: " + payload);
      }
      String token = Objects.requireNonNull(call.taskToken());
      String answer = saysNothing(step) ? "{}" : "{\"account\": \"acc-1\"}";
      later(() -> functions.sendTaskSuccess(token, answer));
    }
    return outcome;
  }

  private boolean saysNothing(String step) {
    return step.equals(failing) && how.equals("garbage");
  }

  private TaskOutcome effect(String step) {
    boolean fails = step.equals(failing) && !mended;
    if (fails && how.equals("refused")) {
      return new TaskOutcome.Failed(REFUSED, "no: it will not");
    }
    if (fails && how.equals("before")) {
      return went("before");
    }
    effects.add(step);
    if (saysNothing(step)) {
      return succeeded(Map.of("Payload", "\u001b{"));
    }
    if (fails) {
      return went("after");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("outcome", "applied");
    if (step.equals("freeze-season")) {
      answer.put("returned", Map.of("players", 3));
    } else if (step.equals("book-hall")) {
      answer.put("returned", Map.of("hall", "great"));
    }
    return succeeded(Map.of("Payload", answer));
  }

  /** As a function in Java says what went wrong. */
  private static TaskOutcome went(String wrong) {
    return new TaskOutcome.Failed(
        "java.lang.IllegalStateException", "{\"errorMessage\":\"" + wrong + "\"}");
  }

  private static TaskOutcome succeeded(Object answer) {
    return new TaskOutcome.Succeeded(answer);
  }
}
