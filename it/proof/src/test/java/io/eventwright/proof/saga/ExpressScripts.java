package io.eventwright.proof.saga;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sagas that are express: the sample's purchase, and one of every kind of step that may be. */
final class ExpressScripts {
  private static final Path ARCADE =
      Path.of("..", "..", "sample-schemas", "src", "main", "resources", "samples", "arcade");

  private static final String TRIP =
      """
      system: random
      package: com.example.random
      owner: team-random
      entities:
        account: { id: TripId, state: schemas/_entities/account.json }
      workers:
        s1: { changes: account by tripId, timeout: 1s }
        undo-s1: { changes: account by tripId, timeout: 1s }
        s2: { changes: account by tripId, timeout: 1s }
        undo-s2: { changes: account by tripId, timeout: 1s }
        s3: { changes: account by tripId, timeout: 1s }
        undo-s3: { changes: account by tripId, timeout: 1s }
        s4: { changes: account by tripId, timeout: 1s }
        undo-s4: { changes: account by tripId, timeout: 1s }
        s5: { changes: account by tripId, timeout: 1s }
      sagas:
        trip:
          on: trip-requested@1
          type: express
          steps:
            - s1: { undo: undo-s1, retry: { times: 1 } }
            - both:
                parallel:
                  one: [{ s2: { undo: undo-s2, retry: { times: 1 } } }]
                  two: [{ by-kind: { choice: [{ when: { event.data.kind: [a] }, steps: [{ s3: { undo: undo-s3 } }] }] } }]
            - each: { map: event.data.items, as: item, concurrency: 4, steps: [{ s4: { undo: undo-s4 } }] }
            - a-while: { wait: 5s }
            - point-of-no-return
            - s5
            - s6: { publish: trip-told@1 }
            - s7: { send: notices }
          done: trip-booked@1
          undone: trip-cancelled@1
      """;

  private static final String TRIP_EVENT =
      """
      {"specversion":"1.0","id":"e-trip","source":"random","type":"trip-requested.v1",\
      "subject":"trip/t-1","time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",\
      "correlationid":"c-1","dataschema":"urn:eventwright:random:trip-requested:1.0",\
      "data":{"tripId":"t-1","kind":"a","items":["i-1","i-2"]}}\
      """;

  private static @Nullable Path template;

  private ExpressScripts() {}

  /** What it takes when it is done. */
  private static final Map<String, Long> TAKEN =
      Map.of("s1", 1L, "s2", 1L, "s3", 1L, "s4/0", 1L, "s4/1", 1L, "s5", 1L);

  static SampleSaga purchase() throws Exception {
    return new SampleSaga(
        "purchase",
        PurchaseScript.script(purchaseDefinition()),
        PurchaseScript.EVENT,
        List.of(
            "Look for its end",
            "reserve-item/do",
            "charge-wallet/do",
            "end/done",
            "reserve-item/settle",
            "charge-wallet/settle",
            "charge-wallet/undo",
            "reserve-item/undo",
            "end/undone",
            "Give up"),
        5,
        stage -> PurchaseLaw.balanced(stage, told(stage, "purchase")));
  }

  /** The same for more than the wallet holds. */
  static SampleSaga tooDear() throws Exception {
    SampleSaga saga = purchase();
    return new SampleSaga(
        saga.name(),
        saga.script(),
        saga.event().replace("1995", "999999"),
        saga.places(),
        saga.everyPair(),
        saga.law());
  }

  /** The same where a step that failed is undone, whatever another run knows of it. */
  static SampleSaga goingBackAtOnce() throws Exception {
    SampleSaga saga = purchase();
    return new SampleSaga(
        saga.name(),
        PurchaseScript.script(
            purchaseDefinition()
                .replaceAll("\"Next\": \"Settle ([a-z-]+)\"", "\"Next\": \"Undo $1\"")),
        saga.event(),
        saga.places(),
        saga.everyPair(),
        saga.law());
  }

  static SampleSaga trip() throws IOException {
    return new SampleSaga(
        "trip",
        RandomScript.of(TRIP, "express"),
        TRIP_EVENT,
        List.of(
            "Look for its end",
            "s1/do",
            "s2/do",
            "s3/do",
            "s4/0/do",
            "s4/1/do",
            "s5/do",
            "s6",
            "s7",
            "end/done",
            "s1/settle",
            "s2/settle",
            "s4/1/settle",
            "s4/1/undo",
            "s4/0/undo",
            "s2/undo",
            "s3/undo",
            "s1/undo",
            "end/undone",
            "Give up"),
        41,
        ExpressScripts::trip);
  }

  /** A trip whose second step calls outside, as what undoes it does. */
  static Script callingOutside() throws IOException {
    return RandomScript.of(
        """
        system: random
        package: com.example.random
        owner: team-random
        entities:
          account: { id: TripId, state: schemas/_entities/account.json }
        dependencies:
          gateway: { timeout: 500ms }
        workers:
          s1: { changes: account by tripId, timeout: 1s }
          undo-s1: { changes: account by tripId, timeout: 1s }
          s2: { changes: account by tripId, uses: [gateway], timeout: 2s }
          undo-s2: { changes: account by tripId, uses: [gateway], timeout: 2s }
        sagas:
          trip:
            on: trip-requested@1
            type: express
            steps:
              - s1: { undo: undo-s1, retry: { times: 0 } }
              - s2: { undo: undo-s2, retry: { times: 0 } }
            done: trip-booked@1
            undone: trip-cancelled@1
        """,
        "outside");
  }

  static String tripEvent() {
    return TRIP_EVENT;
  }

  private static String purchaseDefinition() throws IOException {
    return Files.readString(purchaseTemplate().resolve("purchase.asl.json"));
  }

  /**
   * The folder of the sample's template where its purchase is express, with workers that are quick
   * enough for it.
   */
  static synchronized Path purchaseTemplate() throws IOException {
    Path generated = template;
    if (generated != null) {
      return generated;
    }
    Path folder = Path.of("target", "express-arcade");
    try (Stream<Path> files = Files.walk(ARCADE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(ARCADE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        String text = Files.readString(file);
        Files.writeString(to, file.endsWith("system.yaml") ? quick(text) : text);
      }
    }
    Path output = Path.of("target", "generated", "express-arcade");
    Generated.from(
        folder, List.of(Path.of("..", "..", "generated-example", "src", "main", "java")), output);
    Path sam = output.resolve("sam");
    template = sam;
    Path copy = Path.of("target", "asl", "express-purchase.asl.json");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, Files.readString(sam.resolve("purchase.asl.json")));
    return sam;
  }

  private static String quick(String system) {
    String text = system.replace("  purchase:\n", "  purchase:\n    type: express\n");
    for (String worker :
        List.of("reserve-item", "release-item", "charge-wallet", "refund-wallet")) {
      text = text.replace("  " + worker + ":\n", "  " + worker + ":\n    timeout: 2s\n");
    }
    return text;
  }

  private static End trip(Stage stage) {
    End end = told(stage, "trip");
    Map<String, Long> held = RandomSagaTest.books(stage);
    boolean done = end == End.DONE;
    Map<String, Long> expected = done ? TAKEN : Map.of();
    if (!expected.equals(held)) {
      throw new AssertionError(end + ", and the books say " + new TreeMap<>(held));
    }
    List<String> served = done ? List.of("trip/e-trip/s6", "trip/e-trip/s7") : List.of();
    if (!served.equals(List.copyOf(stage.effects))) {
      throw new AssertionError(end + ", and services did " + stage.effects);
    }
    return end;
  }

  /** How it ended, as it was told: once, and as all runs of the event that saw an end say. */
  private static End told(Stage stage, String saga) {
    List<String> told =
        stage.tables.journal.stream()
            .filter(key -> key.startsWith("log/saga-" + saga + "#"))
            .map(
                key ->
                    stage
                        .runtime
                        .log()
                        .latest(key.split("/")[1])
                        .orElseThrow()
                        .events()
                        .get(0)
                        .envelope()
                        .type())
            .toList();
    if (told.size() != 1) {
      throw new AssertionError("its end is told once: " + told);
    }
    End end = told.get(0).contains("-cancelled.") ? End.UNDONE : End.DONE;
    String word = end == End.DONE ? "done" : "undone";
    List<String> outcomes = End.outcomes(stage);
    if (!outcomes.stream().allMatch(word::equals)) {
      throw new AssertionError("one event, one end: " + outcomes + ", and told was " + told);
    }
    return end;
  }
}
