package io.eventwright.generator.emit.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.emit.saga.language.Jsonata;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.SystemLinker;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.render.TemplateCatalogue;
import io.eventwright.generator.render.TemplateRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single states of sagas that are written as a user would, where a detail decides. */
class SagaStatesTest {

  private static final Path SCHEMAS = Path.of("src", "test", "resources", "rules", "_shared");

  @TempDir Path folder;

  @Test
  void aSagaWithinIsWaitedForLongerThanItMayTake() throws IOException {
    String steps =
        """
              - reserve-stock: { undo: release-stock }
              - deliver: { saga: delivery, undo: release-stock }
        """;
    ObjectNode deliver = object(definition("order", "jsonata", steps), "States", "deliver");
    assertTrue(
        number(deliver, "TimeoutSeconds")
            > number(definition("delivery", "jsonata", steps), "TimeoutSeconds"));
    String start = String.valueOf(list(deliver, "Retry").get(0).get("ErrorEquals"));
    assertTrue(start.contains("StepFunctions.ThrottlingException"), start);
    ObjectNode unknown = list(deliver, "Catch").get(0);
    assertTrue(String.valueOf(unknown.get("ErrorEquals")).contains("States.Timeout"));
    assertEquals("Parked", unknown.text("Next"));
    assertEquals("Undo deliver", list(deliver, "Catch").get(1).text("Next"));
  }

  @Test
  void whatIsNoTimeIsUndoneAndNotTheEndOfTheExecution() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonata",
                """
                      - reserve-stock: { undo: release-stock }
                      - until: { wait: event.time }
                      - inner:
                          parallel:
                            one: [{ pick-stock: { undo: put-back } }]
                            two: [{ until-then: { wait: event.time } }]
                """),
            "States");
    ObjectNode until = object(states, "until");
    assertEquals("Undo reserve-stock", list(until, "Catch").get(0).text("Next"));
    String time =
        Objects.requireNonNull(
            object(list(until, "Branches").get(0), "States", "Wait for until").text("Timestamp"));
    assertTrue(
        time.matches(
            "\\{% \\$toMillis\\(\\$event\\.time\\)"
                + " - \\$toMillis\\(\\$states\\.context\\.Execution\\.StartTime\\) <= \\d+000 \\?"
                + " \\$event\\.time :"
                + " \\$error\\('event\\.time is later than an execution may last'\\) %\\}"),
        time);
    ObjectNode two = list(object(states, "inner"), "Branches").get(1);
    assertEquals("Wait", object(two, "States", "until-then").text("Type"));
  }

  @Test
  void whatWasDoneInTurnIsUndoneInReverse() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonata",
                """
                      - turns:
                          map: event.data.lines
                          as: line
                          concurrency: 1
                          steps: [{ reserve-stock: { undo: release-stock } }]
                      - beside:
                          map: event.data.lines
                          as: other
                          concurrency: 2
                          steps: [{ pick-stock: { undo: put-back } }]
                """),
            "States");
    ObjectNode back = object(states, "Undo turns");
    assertEquals("{% $reverse($event.data.lines) %}", back.text("Items"));
    assertEquals(
        "{% $count($event.data.lines) - 1 - $states.context.Map.Item.Index %}",
        object(back, "ItemSelector").text("index"));
    assertEquals("{% $event.data.lines %}", object(states, "turns").text("Items"));
    assertEquals("{% $event.data.lines %}", object(states, "Undo beside").text("Items"));
  }

  @Test
  void inJsonPathStatesHandOnAllThatIsKnown() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonpath",
                """
                      - reserve-stock: { undo: release-stock }
                      - turns:
                          map: event.data.lines
                          as: line
                          concurrency: 1
                          steps: [{ pick-stock: { undo: put-back } }]
                """),
            "States");
    assertEquals("Take event", object(states, "Claim event").text("Next"));
    assertEquals("$$.Execution.Input", object(states, "Take event", "Parameters").text("event.$"));
    ObjectNode failed = list(object(states, "reserve-stock"), "Catch").get(1);
    assertEquals("$.failure", failed.text("ResultPath"));
    assertEquals("Failed reserve-stock", failed.text("Next"));
    ObjectNode note = object(states, "Failed reserve-stock");
    assertEquals("$.failure", object(note, "Parameters").text("caught.$"));
    assertEquals("Undo reserve-stock", note.text("Next"));
    ObjectNode items = object(states, "turns", "ItemSelector");
    assertEquals(List.of("event.$", "execution.$", "line.$", "lineIndex.$"), items.names());
    assertFalse(states.toString().contains("Assign"));
  }

  @Test
  void inJsonPathWhatWasDoneInTurnIsUndoneInReverse() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonpath",
                """
                      - turns:
                          map: event.data.lines
                          as: line
                          concurrency: 1
                          steps: [{ reserve-stock: { undo: release-stock } }]
                """),
            "States");
    assertEquals(
        "$.event.data.lines[0]",
        list(object(states, "Undo turns"), "Choices").get(0).text("Variable"));
    assertEquals(
        "States.ArrayRange(States.MathAdd(States.ArrayLength($.event.data.lines), -1), 0, -1)",
        object(states, "Turn turns", "Parameters").text("indexes.$"));
    ObjectNode back = object(states, "Undo turns, last first");
    assertEquals("$.turns.indexes", back.text("ItemsPath"));
    assertEquals(
        "States.ArrayGetItem($.event.data.lines, $$.Map.Item.Value)",
        object(back, "ItemSelector").text("line.$"));
  }

  @Test
  void inJsonPathWhatIsNoTimeIsAskedForFirst() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonpath",
                """
                      - reserve-stock: { undo: release-stock }
                      - until: { wait: event.time }
                      - inner:
                          parallel:
                            one: [{ pick-stock: { undo: put-back } }]
                            two: [{ until-then: { wait: event.time } }]
                """),
            "States");
    assertEquals("No time for until", object(states, "until").text("Default"));
    assertEquals("Undo reserve-stock", object(states, "No time for until").text("Next"));
    assertEquals("$.event.time", object(states, "Wait for until").text("TimestampPath"));
    ObjectNode two = list(object(states, "inner"), "Branches").get(1);
    assertEquals("Fail", object(two, "States", "No time for until-then").text("Type"));
  }

  @Test
  void aSingleQuoteStandsInDoubleOnes() throws IOException {
    String steps =
        """
              - note:
                  choice:
                    - { when: { event.data.note: ["it's \\"so\\" \\\\"] }, steps: [{ reserve-stock: { undo: release-stock } }] }
        """;
    assertEquals(
        "{% $event.data.note = \"it's \\\"so\\\" \\\\\" %}",
        list(object(definition("order", "jsonata", steps), "States", "note"), "Choices")
            .get(0)
            .text("Condition"));
  }

  @Test
  void whatIsNotThereIsNoReasonToFailInAChoice() throws IOException {
    String steps =
        """
              - note:
                  choice:
                    - { when: { event.data.note: [{ prefix: PRESENT }] }, steps: [{ reserve-stock: { undo: release-stock } }] }
                    - { when: { event.data.note: [{ anything-but: [none] }] }, steps: [{ pick-stock: { undo: put-back } }] }
        """
            .replace("PRESENT", "\uD83C\uDF81");
    List<ObjectNode> rules =
        list(object(definition("order", "jsonata", steps), "States", "note"), "Choices");
    assertEquals(
        "{% $substring($event.data.note, 0, 1) = '\uD83C\uDF81' %}",
        rules.get(0).text("Condition"));
    assertEquals(
        "{% $exists($event.data.note) and $not($event.data.note in ['none']) %}",
        rules.get(1).text("Condition"));
    for (ObjectNode rule :
        list(object(definition("order", "jsonpath", steps), "States", "note"), "Choices")) {
      ObjectNode present = list(rule, "And").get(0);
      assertEquals("$.event.data.note", present.text("Variable"));
      assertTrue(present.names().contains("IsPresent"));
    }
  }

  @Test
  void aSilenceEndsAStepThatWaitsAndIsUndoneLikeATimeOut() throws IOException {
    for (String language : List.of("jsonata", "jsonpath")) {
      ObjectNode states =
          object(
              definition(
                  "order",
                  language,
                  """
                        - pick-stock: { undo: put-back }
                        - reserve-stock: { undo: release-stock, callback: stock-reserved@1, timeout: 1d, heartbeat: 10m }
                  """),
              "States");
      ObjectNode reserve = object(states, "reserve-stock");
      assertEquals(86_400, number(reserve, "TimeoutSeconds"));
      assertEquals(600, number(reserve, "HeartbeatSeconds"));
      ObjectNode never = list(reserve, "Retry").get(0);
      assertEquals(0, number(never, "MaxAttempts"));
      assertTrue(texts(never, "ErrorEquals").contains("States.Timeout"));
      assertTrue(texts(never, "ErrorEquals").contains("States.HeartbeatTimeout"));
      ObjectNode otherwise = list(reserve, "Catch").get(1);
      assertEquals(List.of("States.ALL"), texts(otherwise, "ErrorEquals"));
      String undo =
          language.equals("jsonata")
              ? otherwise.text("Next")
              : object(states, "Failed reserve-stock").text("Next");
      assertEquals("Undo reserve-stock", undo);
      String arguments = language.equals("jsonata") ? "Arguments" : "Parameters";
      assertEquals(600, number(object(reserve, arguments, "Payload"), "heartbeat"));
      assertTrue(!object(states, "pick-stock").names().contains("HeartbeatSeconds"));
    }
  }

  @Test
  void aStepThatIsCalledLikeAFunctionHidesNone() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonata",
                """
                      - exists: { worker: pick-stock, undo: put-back }
                      - turns:
                          map: event.data.lines
                          as: count
                          concurrency: 1
                          steps: [{ reserve-stock: { undo: release-stock, callback: stock-reserved@1, by: count.sku } }]
                """),
            "States");
    ObjectNode back = object(states, "Undo turns");
    assertTrue(String.valueOf(back).contains("{% $count($event.data.lines) - 1"));
    Matcher called = Pattern.compile("\\$(\\w+)\\(").matcher(states.toString());
    assertTrue(called.find());
    do {
      assertTrue(Jsonata.FUNCTIONS.contains(called.group(1)), called.group(1));
    } while (called.find());
    ObjectNode take = object(object(states, "turns", "ItemProcessor"), "States", "Take count");
    assertEquals(
        List.of("count_", "count_Index"),
        object(take, "Assign").names().stream().sorted().toList());
    assertTrue(states.toString().contains("{% $count_.sku %}"));
  }

  @Test
  void aFieldThatIsCalledLikeAWordOfTheLanguageIsAField() throws IOException {
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonata",
                """
                      - which:
                          choice:
                            - { when: { event.data.in: [a], event.data.null: [a], event.data.note: [a] }, steps: [{ pick-stock: { undo: put-back } }] }
                """),
            "States");
    assertEquals(
        "{% $event.data.`in` = 'a' and $event.data.`null` = 'a' and $event.data.note = 'a' %}",
        list(object(states, "which"), "Choices").get(0).text("Condition"));
  }

  @Test
  void aTextThatLooksLikeAnExpressionIsAText() throws IOException {
    String steps =
        """
              - point-of-no-return
              - tell: { publish: stock-reserved@1, with: { sku: { text: "{% 1 + 1 %}" } } }
        """;
    assertTrue(definition("order", "jsonata", steps).toString().contains("{% '{% 1 + 1 %}' %}"));
    assertFalse(definition("order", "jsonpath", steps).toString().contains("{% '"));
  }

  @Test
  void theNamesOfABlocksStatesAndVariablesAreNoLongerThanTheServiceTakes() throws IOException {
    String most = "-of-two-branches-that-have-names-of-48-letters";
    ObjectNode states =
        object(
            definition(
                "order",
                "jsonpath",
                """
                      - at%1$s:
                          parallel:
                            a1%1$s: [{ pick-stock: { undo: put-back } }]
                            a2%1$s: [{ reserve-stock: { undo: release-stock } }]
                """
                    .formatted(most)),
            "States");
    List<String> names = new ArrayList<>();
    for (ObjectNode branch : list(object(states, "Undo at" + most), "Branches")) {
      names.addAll(object(branch, "States").names());
    }
    assertEquals(names.size(), names.stream().distinct().count(), names::toString);
    assertTrue(names.stream().anyMatch(name -> name.startsWith("Parked (undo-at-of-two-branches")));
    assertTrue(names.stream().allMatch(name -> name.length() <= 80), names::toString);
    Matcher paths = Pattern.compile("\\$\\.(parked\\w+)").matcher(states.toString());
    assertTrue(paths.find());
    assertTrue(paths.group(1).length() <= 80, paths.group(1));
  }

  private static List<String> texts(ObjectNode from, String name) {
    return ((ArrayNode) Objects.requireNonNull(from.get(name), name))
        .items().stream().map(each -> ((StringNode) each).value()).toList();
  }

  private ObjectNode definition(String saga, String language, String steps) throws IOException {
    try (Stream<Path> files = Files.walk(SCHEMAS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(SCHEMAS.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.writeString(to, Files.readString(file));
      }
    }
    Files.writeString(
        folder.resolve("system.yaml"),
        """
        system: shop
        package: com.example.shop
        entities:
          stock: { id: Sku, state: schemas/_entities/stock.json }
        workers:
          reserve-stock: { changes: stock by sku, emits: [stock-reserved@1] }
          release-stock: { changes: stock by sku }
          pick-stock: { changes: stock by sku }
          put-back: { changes: stock by sku }
        sagas:
          delivery:
            on: stock-reserved@1
            steps: [{ pick-stock: { undo: put-back } }]
            done: order-completed@1
            undone: order-cancelled@1
          order:
            on: order-placed@2
            language: %s
            steps:
        %s    done: order-completed@1
            undone: order-cancelled@1
        """
            .formatted(language, steps));
    for (GeneratedFile file :
        new SagaEmitter(new TemplateRenderer(TemplateCatalogue.builtIn()))
            .emit(
                SystemLinker.link(SystemLoader.load(new InputFolder(folder, ""), Set.of()).value()))
            .value()) {
      if (file.path().equals(saga + ".asl.json")) {
        return (ObjectNode) Documents.read(file.path(), file.bytes()).value();
      }
    }
    throw new AssertionError("no " + saga);
  }

  private static ObjectNode object(ObjectNode from, String... path) {
    ObjectNode object = from;
    for (String name : path) {
      object = (ObjectNode) Objects.requireNonNull(object.get(name), name);
    }
    return object;
  }

  private static List<ObjectNode> list(ObjectNode from, String name) {
    return ((ArrayNode) Objects.requireNonNull(from.get(name), name))
        .items().stream().map(ObjectNode.class::cast).toList();
  }

  private static long number(ObjectNode from, String name) {
    return Long.parseLong(((NumberNode) Objects.requireNonNull(from.get(name))).text());
  }
}
