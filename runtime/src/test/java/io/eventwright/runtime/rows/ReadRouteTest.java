package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static io.eventwright.runtime.testing.Requests.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RouteFunction;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.testing.Requests.Answer;
import io.eventwright.runtime.testing.Requests.Request;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRouteTest {
  private static final Map<String, String> MINE = Map.of("player", "p-1");
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler wallet() {
    return RouteFunction.of(
        RouteDefinition.named("get-wallet").reads(Sample.WALLETS, "player"), cloud.runtime());
  }

  private RequestStreamHandler history() {
    return RouteFunction.of(
        RouteDefinition.named("get-history").reads(Sample.HISTORY, "player"), cloud.runtime());
  }

  private void credit(String id, long amount) throws Exception {
    RequestStreamHandler worker = QueueFunction.of(Sample.creditWallet(), cloud.runtime());
    assertEquals(List.of(), failures(worker, batch(deposit(id, "p-1", amount))));
  }

  private void project(String subject, long version, String player) throws Exception {
    RequestStreamHandler projection =
        ProjectionFunction.of(
            ProjectionDefinition.of(Sample.HISTORY)
                .from(Sample.CREDITED, event -> event.data().player(), event -> event.data())
                .build(),
            cloud.runtime());
    Envelope envelope =
        new Envelope(
            subject + "-" + version,
            "arcade",
            "wallet-credited.v1",
            subject,
            Instant.parse("2026-11-23T10:00:00Z"),
            "urn:eventwright:arcade:wallet-credited:1.0",
            Keys.padded(version),
            null,
            "journey-1",
            null,
            null);
    String body = bridged(EnvelopeWriter.write(envelope, data(player, version)));
    assertEquals(List.of(), failures(projection, batch(body)));
  }

  @Test
  @DisplayName("an entity is read with its version as tag, and not sent again to who has it")
  void entity() throws Exception {
    credit("e-1", 5);
    Answer answer = send(wallet(), Request.get(MINE));

    assertEquals(200, answer.status());
    assertEquals("{\"id\":\"p-1\",\"version\":1,\"state\":{\"balance\":5}}", answer.body());
    assertEquals("\"1\"", answer.header("etag"));
    Answer same = send(wallet(), Request.get(MINE).header("if-none-match", "W/\"1\""));
    assertEquals(304, same.status());
    assertEquals("", same.body());
    assertEquals(404, send(wallet(), Request.get(Map.of("player", "p-2"))).status());
  }

  @Test
  @DisplayName("a read that asks for a version waits for it, and says so when it does not come")
  void leastVersion() throws Exception {
    credit("e-1", 5);
    Answer early = send(wallet(), Request.get(MINE).query("min-version", "2"));
    assertEquals(409, early.status());
    assertEquals("1", early.header("retry-after"));
    assertEquals(
        404,
        send(wallet(), Request.get(Map.of("player", "p-2")).header("min-version", "1")).status());

    RequestStreamHandler route = wallet();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Answer answer;
                do {
                  answer = send(route, Request.get(MINE).header("min-version", "2"));
                } while (answer.status() == 409);
                return answer;
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    credit("e-2", 5);
    assertEquals("\"2\"", waiting.get().header("etag"));
  }

  @Test
  @DisplayName("rows come page by page, and every page says how to ask for the next")
  void rows() throws Exception {
    for (int i = 0; i < 5; i++) {
      project("wallet/w-" + i, 7, "p-1");
    }
    List<String> subjects = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      Request request = Request.get(MINE).query("limit", "2");
      Answer page = send(history(), next.isEmpty() ? request : request.query("after", next));
      assertEquals(200, page.status());
      for (var item : (JsonArray) Objects.requireNonNull(page.json().get("items"))) {
        subjects.add(
            ((JsonString) Objects.requireNonNull(((JsonObject) item).get("subject"))).value());
      }
      next = page.text("next");
      pages++;
    } while (!next.isEmpty());
    assertEquals(3, pages);
    assertEquals(
        List.of("wallet/w-0", "wallet/w-1", "wallet/w-2", "wallet/w-3", "wallet/w-4"), subjects);
  }

  @Test
  @DisplayName("a reader waits for its own write through a read model")
  void ownWrite() throws Exception {
    Request request = Request.get(MINE).query("min-version", "3").query("subject", "wallet/w-1");
    assertEquals(404, send(history(), request).status());
    project("wallet/w-1", 2, "p-1");
    assertEquals(409, send(history(), request).status());
    project("wallet/w-1", 3, "p-1");
    Answer answer = send(history(), request);
    assertEquals(200, answer.status());
    assertEquals(
        304, send(history(), request.header("if-none-match", answer.header("etag"))).status());
  }

  @Test
  @DisplayName("row 45: a page of the largest rows is still an answer that Lambda takes")
  void largePage() throws Exception {
    String large = "\\\"".repeat(150_000);
    for (int i = 0; i < 8; i++) {
      project("wallet/" + i + "/" + i, 1, "p-1");
      cloud.fillRow("p-1", "wallet/" + i + "/" + i, "{\"player\":\"" + large + "\",\"amount\":1}");
    }
    Answer answer = send(history(), Request.get(MINE).query("limit", "100"));
    assertEquals(200, answer.status());
    assertFalse(answer.text("next").isEmpty());
    assertTrue(answer.body().length() < 3 * 1024 * 1024, () -> "" + answer.body().length());
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 101",
    "limit, x",
    "limit, 99999999999999999999",
    "after, ?!",
    "min-version, -1",
    "min-version, 9999999999999999999"
  })
  @DisplayName("a parameter that is none is told")
  void parameters(String name, String value) throws Exception {
    Answer answer = send(history(), Request.get(MINE).query(name, value));
    assertEquals(400, answer.status());
    assertTrue(answer.text("detail").startsWith(name), answer.body());
  }

  @Test
  @DisplayName("sensitive fields stay out of what is read, and others' rows are not there")
  void hiddenAndOthers() throws Exception {
    project("wallet/w-1", 1, "p-1");
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("get-history")
                .onlyFor("player", "sub")
                .hiding("player")
                .reads(Sample.HISTORY, "player"),
            cloud.runtime());
    Answer mine = send(route, Request.get(MINE));
    assertTrue(mine.body().contains("\"row\":{\"amount\":1}"), mine.body());
    Answer others = send(route, Request.get(MINE).claim("sub", "p-2"));
    assertEquals(404, others.status());
    RequestStreamHandler own =
        RouteFunction.of(
            RouteDefinition.named("get-history").readsOwn(Sample.HISTORY, "sub"), cloud.runtime());
    assertTrue(send(own, Request.get(Map.of())).body().contains("wallet/w-1"));
  }
}
