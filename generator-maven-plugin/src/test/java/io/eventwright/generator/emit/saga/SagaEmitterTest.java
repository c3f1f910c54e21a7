package io.eventwright.generator.emit.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Feed;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.SystemSettings;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateRenderer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A saga of four steps, the third of which has no effect to undo, walked on every path. */
class SagaEmitterTest {

  private static final SourceLocation HERE = SourceLocation.ofFile("system.yaml");
  private static final String REFUSED = "io.eventwright.runtime.saga.Refused";

  /** It may come after a call outside. */
  private static final String REJECTED = "io.eventwright.runtime.saga.StepRejected";

  private final ObjectNode machine = machine("trip-cancelled");

  @Test
  void everyStepSucceedsInOrder() {
    assertEquals(
        List.of(
            "Claim event",
            "book-car",
            "book-hotel",
            "say-hello",
            "book-flight",
            "Publish trip-booked",
            "Done"),
        walk("", ""));
  }

  @Test
  void aRefusedStepHadNoEffectAndIsNotUndone() {
    assertEquals(undone("Undo book-hotel", "Undo book-car"), after("book-flight", REFUSED));
    assertEquals(undone("Undo book-car"), after("book-hotel", REFUSED));
    assertEquals(undone(), after("book-car", REFUSED));
  }

  @Test
  void aStepThatFailedOtherwiseMayHaveHadItsEffectAndIsUndoneToo() {
    for (String error :
        List.of("States.Timeout", "Lambda.Unknown", "java.lang.RuntimeException", REJECTED)) {
      assertEquals(
          undone("Undo book-flight", "Undo book-hotel", "Undo book-car"),
          after("book-flight", error));
      assertEquals(undone("Undo book-hotel", "Undo book-car"), after("say-hello", error));
      assertEquals(undone("Undo book-car"), after("book-car", error));
    }
  }

  @Test
  void anEventThatHasStartedAnExecutionStartsNoSecondOne() {
    assertEquals(
        List.of("Already started"),
        after("Claim event", "DynamoDB.ConditionalCheckFailedException"));
  }

  @Test
  void oneEventCanTellBothEnds() {
    ObjectNode states = (ObjectNode) node(machine("trip-booked"), "States");
    ObjectNode done = (ObjectNode) node(states, "Publish trip-booked as done");
    ObjectNode undone = (ObjectNode) node(states, "Publish trip-booked as undone");
    assertEquals("Done", text(done, "Next"));
    assertEquals("Undone", text(undone, "Next"));
  }

  @Test
  void whatFailsForGoodIsParked() {
    for (String failing :
        List.of("Undo book-hotel", "Publish trip-booked", "Publish trip-cancelled")) {
      assertEquals(List.of("Parked", "Go on"), after(failing, "States.Timeout"));
    }
    assertEquals(List.of("Parked", "Go on"), after("Undo book-hotel", REFUSED));
  }

  @Test
  void aRefusalOrRejectionIsNeverRetried() {
    for (String error : List.of(REFUSED, REJECTED)) {
      assertEquals(0, number(retrier("book-car", error), "MaxAttempts"));
      assertEquals(0, number(retrier("Undo book-car", error), "MaxAttempts"));
    }
  }

  @Test
  void aCompensationIsRetriedLongerThanAStep() {
    assertTrue(
        number(retrier("Undo book-car", "States.Timeout"), "MaxAttempts")
            > number(retrier("book-car", "States.Timeout"), "MaxAttempts"));
  }

  @Test
  void aTaskWaitsLongerThanItsFunctionCanRun() {
    assertEquals(55, number(state("book-car"), "TimeoutSeconds"));
  }

  @Test
  void everyTaskHasATimeLimitAndEveryStateIsReached() {
    Set<String> reached = new TreeSet<>(Set.of("Claim event"));
    states()
        .members()
        .values()
        .forEach(
            member -> {
              ObjectNode state = (ObjectNode) member.value();
              if ("Task".equals(state.text("Type"))) {
                assertNotNull(state.get("TimeoutSeconds"), member.name());
              }
              reached.addAll(nexts(state));
            });
    assertEquals(new TreeSet<>(states().names()), reached);
  }

  @Test
  void aPathologicalSagaStillEndsBeforeItsTimeLimit() {
    long stepsAlone = 4 * 3 * 55;
    assertTrue(number(machine, "TimeoutSeconds") > 2 * stepsAlone);
  }

  private static List<String> undone(String... compensations) {
    List<String> path = new ArrayList<>(List.of(compensations));
    path.addAll(List.of("Publish trip-cancelled", "Undone"));
    return path;
  }

  /** The states after one that failed with an error, all others succeeding. */
  private List<String> after(String failing, String error) {
    List<String> path = walk(failing, error);
    return path.subList(path.indexOf(failing) + 1, path.size());
  }

  private List<String> walk(String failing, String error) {
    List<String> path = new ArrayList<>();
    String next =
        failing.startsWith("Undo") || failing.contains("cancelled")
            ? failing
            : text(machine, "StartAt");
    while (next != null) {
      path.add(next);
      ObjectNode state = state(next);
      next = next.equals(failing) ? catcher(state, error) : state.text("Next");
    }
    return path;
  }

  private static String catcher(ObjectNode state, String error) {
    return text(matching(state, "Catch", error), "Next");
  }

  private ObjectNode retrier(String state, String error) {
    return matching(state(state), "Retry", error);
  }

  /** The first retrier or catcher that names an error, as the service looks for it. */
  private static ObjectNode matching(ObjectNode state, String field, String error) {
    for (Node each : ((ArrayNode) node(state, field)).items()) {
      for (Node name : ((ArrayNode) node((ObjectNode) each, "ErrorEquals")).items()) {
        String text = ((StringNode) name).value();
        if (text.equals(error) || text.equals("States.ALL")) {
          return (ObjectNode) each;
        }
      }
    }
    throw new AssertionError(error + " is in no " + field);
  }

  private static List<String> nexts(ObjectNode state) {
    List<String> nexts = new ArrayList<>();
    for (String field : List.of("Next", "Default")) {
      String next = state.text(field);
      if (next != null) {
        nexts.add(next);
      }
    }
    if (state.get("Catch") instanceof ArrayNode catchers) {
      catchers.items().forEach(each -> nexts.add(text((ObjectNode) each, "Next")));
    }
    return nexts;
  }

  private ObjectNode states() {
    return (ObjectNode) node(machine, "States");
  }

  private ObjectNode state(String name) {
    return (ObjectNode) node(states(), name);
  }

  private static Node node(ObjectNode object, String name) {
    Node node = object.get(name);
    assertNotNull(node, name);
    return node;
  }

  private static String text(ObjectNode object, String name) {
    return ((StringNode) node(object, name)).value();
  }

  private static long number(ObjectNode object, String name) {
    return Long.parseLong(((NumberNode) node(object, name)).text());
  }

  private static ObjectNode machine(String undone) {
    Subscription on = new Subscription("trip-requested", List.of(1), List.of());
    SagaModel saga =
        new SagaModel(
            "trip",
            on,
            List.of(
                step("book-car", "free-car"),
                step("book-hotel", "free-hotel"),
                step("say-hello", null),
                step("book-flight", "free-flight")),
            new EventRef("trip-booked", 1),
            new EventRef(undone, 1),
            SagaModel.Language.JSONATA,
            SagaModel.Type.STANDARD,
            "com.example.Trip",
            HERE);
    List<WorkerModel> workers =
        List.of(
                "book-car",
                "free-car",
                "book-hotel",
                "free-hotel",
                "say-hello",
                "book-flight",
                "free-flight")
            .stream()
            .map(SagaEmitterTest::worker)
            .toList();
    EventSystem system =
        new EventSystem(
            "travel",
            "com.example",
            null,
            List.of(),
            List.of(),
            List.of(),
            workers,
            List.of(saga),
            List.of(),
            List.of(),
            List.of(),
            null,
            true,
            SystemSettings.DEFAULT,
            Map.of());
    List<GeneratedFile> files =
        new SagaEmitter(new TemplateRenderer(TemplateCatalogue.builtIn())).emit(system).value();
    assertEquals("trip.asl.json", files.get(0).path());
    return (ObjectNode) Documents.read("trip.asl.json", files.get(0).bytes()).value();
  }

  private static SagaStep step(String worker, @Nullable String undo) {
    return new SagaStep.Call(
        worker,
        new SagaStep.Named(worker, HERE),
        undo == null ? null : new SagaStep.Named(undo, HERE),
        Map.of(),
        List.of(SagaRetry.DEFAULT),
        null,
        null,
        HERE);
  }

  private static WorkerModel worker(String name) {
    return new WorkerModel(
        name,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Feed.queue(),
        Order.COMMUTATIVE,
        List.of(),
        List.of(),
        List.of(),
        Duration.ofSeconds(45),
        "X",
        HERE);
  }
}
