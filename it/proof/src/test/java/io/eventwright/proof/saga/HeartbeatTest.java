package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.local.states.json.Json;
import io.eventwright.runtime.function.RouteFunction;
import io.eventwright.runtime.route.RouteDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A step that waits for hours, and is told now and then that its answer is still to come: the
 * generated definition, the runtime's own routes and functions, and a clock that jumps.
 */
class HeartbeatTest {
  private static final String SAGA =
      """
      system: random
      package: com.example.random
      owner: team-random
      entities:
        account: { id: TripId, state: schemas/_entities/account.json }
      workers:
        s1: { changes: account by tripId }
        undo-s1: { changes: account by tripId }
        s2: { changes: account by tripId }
        undo-s2: { changes: account by tripId }
      sagas:
        trip:
          on: trip-requested@1
          language: LANGUAGE
          steps:
            - s1: { undo: undo-s1 }
            - s2: { undo: undo-s2, callback: trip-told@1, by: event.data.tripId, timeout: 2d, heartbeat: 10m }
          done: trip-booked@1
          undone: trip-cancelled@1
      api:
        authorizer: { none: it is a test }
        POST /trips/{tripId}/told: answers trip.s2
        POST /trips/{tripId}/alive: keeps trip.s2
      """;

  private static final String EVENT = new RandomSaga(1).event();
  private static final Duration HEARTBEAT = Duration.ofMinutes(10);

  private @Nullable Stage onStage;

  /** What reports were answered with, in order. */
  private final List<Integer> reports = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("row 40: what is heard of for many heartbeats is done once it is answered")
  void kept(String language) throws IOException {
    Stage stage = stage(SAGA, language, List.of());
    reports(Duration.ofMinutes(9), Duration.ofHours(6));
    at(Duration.ofHours(6), () -> assertEquals(200, answer()));
    at(Duration.ofHours(7), this::report);
    stage.run();
    assertEquals(List.of("done"), outcomes());
    assertEquals(Stage.START.plus(Duration.ofHours(6)), stopped(0));
    assertEquals(40, reports.size());
    assertEquals(39, reports.stream().filter(status -> status == 200).count());
    assertEquals(409, reports.get(39));
    assertEquals(Map.of("s1", 1L, "s2", 1L), RandomSagaTest.books(stage));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("row 40: what is never heard of is undone, and cannot be answered or kept any more")
  void silent(String language) throws IOException {
    Stage stage = stage(SAGA, language, List.of());
    at(
        Duration.ofHours(1),
        () -> {
          report();
          assertEquals(409, answer());
        });
    stage.run();
    assertUndoneAt(stage, HEARTBEAT);
    assertEquals(List.of(409), reports);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("row 40: what falls silent is undone one heartbeat after it was heard of last")
  void fallsSilent(String language) throws IOException {
    Stage stage = stage(SAGA, language, List.of());
    reports(Duration.ofMinutes(5), Duration.ofHours(2));
    stage.run();
    assertUndoneAt(stage, Duration.ofMinutes(23 * 5).plus(HEARTBEAT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("an attempt that was tried again is heard of by its own token")
  void triedAgain(String language) throws IOException {
    Stage stage = stage(SAGA, language, List.of(new Fault("s2/do", Mishap.FAILS_AFTER, false)));
    reports(Duration.ofMinutes(9), Duration.ofHours(1));
    at(Duration.ofHours(1), () -> assertEquals(200, answer()));
    stage.run();
    assertEquals(List.of("done"), outcomes());
    assertEquals(Map.of("s1", 1L, "s2", 1L), RandomSagaTest.books(stage));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("the name of an answer is kept with its step, and is free soon after a silence")
  void oneName(String language) throws IOException {
    Stage stage = stage(SAGA, language, List.of());
    reports(Duration.ofMinutes(9), Duration.ofHours(3));
    Duration last = Duration.ofMinutes(19 * 9);
    at(Duration.ofHours(2), () -> stage.start(EVENT.replace("e-trip", "e-other")));
    at(last.plus(HEARTBEAT).plusSeconds(61), () -> stage.start(EVENT.replace("e-trip", "e-later")));
    at(last.plus(HEARTBEAT).plusSeconds(120), () -> assertEquals(200, answer()));
    stage.run();
    assertEquals(List.of("undone", "undone", "done"), outcomes());
    String caught = String.valueOf(failure(1).get("caught"));
    assertTrue(caught.contains("already-waited-for"), caught);
    assertEquals(Stage.START.plus(last).plus(HEARTBEAT), stopped(0));
    assertEquals(Map.of("s1", 1L, "s2", 1L), RandomSagaTest.books(stage));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonata", "jsonpath"})
  @DisplayName("after the point of no return a silence waits for a person, who has it asked anew")
  void noReturn(String language) throws IOException {
    Stage stage =
        stage(
            SAGA.replace("      - s2:", "      - point-of-no-return\n      - s2:"),
            language,
            List.of());
    at(Duration.ofMinutes(75), this::report);
    at(Duration.ofMinutes(80), () -> assertEquals(200, answer()));
    stage.run();
    assertEquals(List.of("done"), outcomes());
    assertEquals(List.of(200), reports);
    assertEquals(1, stage.parked.size());
    assertEquals("s2", stage.parked.get(0).get("state").s());
    assertEquals(Map.of("s1", 1L, "s2", 1L), RandomSagaTest.books(stage));
  }

  private Stage stage(String saga, String language, List<Fault> faults) throws IOException {
    Stage stage =
        new Stage(
            RandomScript.of(saga.replace("LANGUAGE", language), "heartbeat-" + language), faults);
    stage.answers = false;
    stage.start(EVENT);
    onStage = stage;
    return stage;
  }

  private Stage stage() {
    return Objects.requireNonNull(onStage);
  }

  private void at(Duration when, Runnable what) {
    stage().timeline.schedule(when, what);
  }

  /** Reports at every such interval, for less than a time. */
  private void reports(Duration interval, Duration until) {
    for (Duration at = interval; at.compareTo(until) < 0; at = at.plus(interval)) {
      at(at, this::report);
    }
  }

  private void report() {
    reports.add(
        call(RouteDefinition.named("post-trips-alive").keeps("trip", "s2", "tripId"), null));
  }

  private int answer() {
    return call(
        RouteDefinition.named("post-trips-told")
            .withoutKey()
            .answers(Trip.TOLD, "trip", "s2", "tripId"),
        "{\"tripId\":\"t-1\",\"kind\":\"a\",\"items\":[]}");
  }

  /** The status of an answer to a POST by anybody. */
  private int call(RouteDefinition route, @Nullable String body) {
    RequestStreamHandler handler = RouteFunction.of(route, stage().runtime);
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("version", "2.0");
    request.put("routeKey", "POST /trips");
    request.put("rawPath", "/trips");
    request.put("headers", Map.of("content-type", "application/json"));
    request.put("pathParameters", Map.of("tripId", "t-1"));
    request.put(
        "requestContext",
        Map.of("http", Map.of("method", "POST", "path", "/trips"), "requestId", "r-1"));
    if (body != null) {
      request.put("body", body);
    }
    request.put("isBase64Encoded", false);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.write(request).getBytes(StandardCharsets.UTF_8)),
          output,
          new Patience());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<?, ?> answer = object(output.toString(StandardCharsets.UTF_8));
    return ((Number) Objects.requireNonNull(answer.get("statusCode"))).intValue();
  }

  private void assertUndoneAt(Stage stage, Duration after) {
    assertEquals(List.of("undone"), outcomes());
    assertEquals("s2", failure(0).get("step"));
    assertEquals(Stage.START.plus(after), stopped(0));
    assertEquals(
        List.of("s2/undo", "s1/undo"),
        stage.calls.stream().filter(call -> call.endsWith("/undo")).toList());
    assertEquals(Map.of(), RandomSagaTest.books(stage));
  }

  private Instant stopped(int execution) {
    return Objects.requireNonNull(stage().views().get(execution).stopped());
  }

  private List<Object> outcomes() {
    return stage().views().stream()
        .<Object>map(view -> String.valueOf(object(view.output()).get("outcome")))
        .toList();
  }

  private Map<?, ?> failure(int execution) {
    return (Map<?, ?>)
        Objects.requireNonNull(
            object(stage().views().get(execution).output()).get("failure"), "a failure");
  }

  private static Map<?, ?> object(@Nullable Object text) {
    return (Map<?, ?>) Objects.requireNonNull(Json.parse(String.valueOf(text)));
  }
}
