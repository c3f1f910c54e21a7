package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Spans.Seen;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  /** As the deposits of these tests name their maker. */
  private static final String MAKER = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  private static final String LAMBDA =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=";
  private static final String LAMBDA_TRACE = "5759e988bd862e3fe1be46a994272793";
  private static final Map<String, String> ON =
      Map.of(
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
          "https://xray.eu-central-1.amazonaws.com/v1/traces",
          "AWS_LAMBDA_FUNCTION_NAME",
          "credit-wallet");

  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private SystemRuntime traced() {
    return cloud.runtime(Clock.systemUTC(), ON);
  }

  private RequestStreamHandler worker() {
    return QueueFunction.of(Sample.creditWallet(), traced());
  }

  private static TestContext lambda(@Nullable String header) {
    return new TestContext(() -> 60_000, header);
  }

  @Test
  @DisplayName("row 46: each record's handling links to its maker, and code has a span of its own")
  void links() throws Exception {
    failures(worker(), batch(deposit("e-1", "p-1", 5), deposit("e-2", "p-2", 7)));

    List<Seen> handlings = cloud.spans.of("event-handling");
    List<Seen> code = cloud.spans.of("application");
    assertEquals(2, handlings.size());
    assertEquals(2, code.size());
    for (int i = 0; i < 2; i++) {
      Seen handling = handlings.get(i);
      assertEquals("process deposit-received.v2", handling.name());
      assertEquals(List.of(MAKER), handling.links());
      assertEquals("", handling.parent());
      assertEquals("journey-1", handling.attributes().get("correlationid"));
      assertEquals("applied", handling.attributes().get("eventwright.outcome"));
      assertEquals("decide credit-wallet", code.get(i).name());
      assertEquals(handling.spanId(), code.get(i).parent());
      assertEquals("journey-1", code.get(i).attributes().get("correlationid"));
    }
    assertNotEquals(handlings.get(0).traceId(), handlings.get(1).traceId());
    assertEquals(1, cloud.spans.calls.get());
    assertTrue(cloud.spans.authorization.contains("/eu-central-1/xray/aws4_request"));
  }

  @Test
  @DisplayName("an event names the span that made it, and its way to the bus links to that")
  void onward() throws Exception {
    failures(worker(), batch(deposit("e-1", "p-1", 5)));
    Payloads.invoke(RelayFunction.of(traced()), bell("wallet#p-1"), TestContext.of(60_000));

    Seen code = cloud.spans.of("application").get(0);
    String detail = cloud.published().get(0).detail().toString();
    assertTrue(
        detail.contains("\"traceparent\":\"00-" + code.traceId() + "-" + code.spanId() + "-0"),
        detail);
    Seen publishing = cloud.spans.all().get(2);
    assertEquals("publish wallet-credited.v1", publishing.name());
    assertEquals(List.of(code.traceId() + "-" + code.spanId()), publishing.links());
    assertEquals("journey-1", publishing.attributes().get("correlationid"));
  }

  @Test
  @DisplayName("what is quarantined names the span that rejected it, also what is no event at all")
  void rejected() throws Exception {
    failures(worker(), batch("no event"));

    Seen handling = cloud.spans.of("event-handling").get(0);
    String message = cloud.quarantined().get(0);
    assertTrue(
        message.contains(
            "\"rejectedIn\":\"00-" + handling.traceId() + "-" + handling.spanId() + "-0"),
        message);
  }

  private static byte[] bell(String partition) {
    return """
        {"Records":[{"dynamodb":{"Keys":{"pk":{"S":"%s"}},"SequenceNumber":"1"}}]}"""
        .formatted(partition)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("what the application throws is the application's error, not the handling's")
  void applicationFails() throws Exception {
    WorkerDefinition<Sample.Amount, Sample.Wallet> ill =
        WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
            .keyedBy(event -> event.data().player())
            .decidedBy(
                (event, wallet) -> {
                  throw new IllegalStateException("secret of " + event.data().player());
                });
    assertEquals(1, failures(QueueFunction.of(ill, traced()), one()).size());

    assertEquals(1, cloud.spans.errors("application"));
    assertEquals(0, cloud.spans.errors("event-handling"));
    assertEquals(
        "java.lang.IllegalStateException",
        cloud.spans.of("application").get(0).attributes().get("error.type"));
    assertFalse(cloud.spans.all().toString().contains("secret"));
    assertEquals(
        "retried", cloud.spans.of("event-handling").get(0).attributes().get("eventwright.outcome"));
  }

  @Test
  @DisplayName("what the store refuses is the handling's error, not the application's")
  void handlingFails() throws Exception {
    cloud.faults.add(Fault.times(Integer.MAX_VALUE, "TransactWriteItems", Fault.internalError()));
    assertEquals(1, failures(worker(), one()).size());

    assertEquals(0, cloud.spans.errors("application"));
    assertEquals(1, cloud.spans.errors("event-handling"));
  }

  @Test
  @DisplayName("what can never be read is the handling's error; no code of the application ran")
  void unreadable() throws Exception {
    failures(worker(), batch("no event"));

    assertEquals(1, cloud.spans.errors("event-handling"));
    assertEquals(List.of(), cloud.spans.of("application"));
  }

  @Test
  @DisplayName("each call of a dependency is a span, and fails on its own")
  void dependency() throws Exception {
    int[] calls = {0};
    WorkerDefinition<Sample.Amount, Void> calling =
        WorkerDefinition.named("ask", Sample.DEPOSIT_V2)
            .using(DependencySettings.of("gateway", Duration.ofMinutes(1)))
            .decidedUsing(
                (event, none, dependencies) -> {
                  dependencies
                      .named("gateway")
                      .call(
                          () -> {
                            if (++calls[0] == 1) {
                              throw new IllegalStateException("ill");
                            }
                            return "";
                          });
                  return Decision.unchanged();
                });
    assertEquals(List.of(), failures(QueueFunction.of(calling, traced()), one()));

    assertEquals(2, cloud.spans.of("dependency").size());
    assertEquals(1, cloud.spans.errors("dependency"));
    assertEquals(0, cloud.spans.errors("application"));
    assertEquals(
        cloud.spans.of("application").get(0).spanId(),
        cloud.spans.of("dependency").get(0).parent());
  }

  private static byte[] one() {
    return batch(deposit("e-1", "p-1", 5));
  }

  private static byte[] untraced(String header) {
    return new String(batch(deposit("e-1", "p-1", 5)), StandardCharsets.UTF_8)
        .replaceAll(",\\\\\"traceparent\\\\\":\\\\\"[^\"]*\"", "")
        .replace(
            "\"ApproximateReceiveCount\"",
            "\"AWSTraceHeader\":\"" + header + "\",\"ApproximateReceiveCount\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("row 46: Lambda's own trace is the parent, the message's trace header the link")
  void xray() throws Exception {
    failures(
        worker(),
        untraced("Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1"),
        lambda(LAMBDA + "1;Lineage=1:abc:0"));

    Seen handling = cloud.spans.of("event-handling").get(0);
    assertEquals(LAMBDA_TRACE, handling.traceId());
    assertEquals("53995c3f42cd8ad8", handling.parent());
    assertEquals(List.of("67891233abcdef012345678912345678-463ac35c9f6413ad"), handling.links());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Root=",
        "Root=;;=",
        "garbage",
        "Root=1-zzzzzzzz-bd862e3fe1be46a994272793;Parent=q",
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Sampled=?",
        "=;=;==;Root",
        "Root=2-1-1;Parent=0"
      })
  @DisplayName("row 46: a header that is none is no link and no failure")
  void malformed(String header) throws Exception {
    assertEquals(List.of(), failures(worker(), untraced(header), lambda(header)));

    assertEquals(List.of(), cloud.spans.of("event-handling").get(0).links());
    assertEquals("", cloud.spans.of("event-handling").get(0).parent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a trace",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0-0-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01"
      })
  @DisplayName("row 46: a traceparent that is none is no link, and the journey is traced on")
  void malformedParent(String traceparent) throws Exception {
    String odd =
        deposit("e-1", "p-1", 5).replaceAll("\"00-0af7[^\"]*\"", "\"" + traceparent + "\"");
    assertEquals(List.of(), failures(worker(), batch(odd)));

    assertEquals(List.of(), cloud.spans.of("event-handling").get(0).links());
    assertTrue(
        String.valueOf(
                cloud.runtime().log().latest("wallet#p-1").orElseThrow().cause().traceparent())
            .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "{}", "[]"})
  @DisplayName("row 46: a traceparent that is no text is none, and the event is taken")
  void noText(String value) throws Exception {
    String odd = deposit("e-1", "p-1", 5).replaceAll("\"00-0af7[^\"]*\"", value);
    assertEquals(List.of(), failures(worker(), batch(odd)));
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 46: a journey that is not sampled is not, wherever it goes")
  void unsampled() throws Exception {
    String unsampled = deposit("e-1", "p-1", 5).replace("7169203331-01", "7169203331-00");
    failures(worker(), batch(unsampled), lambda(LAMBDA + "1"));

    assertEquals(0, cloud.spans.calls.get());
    assertTrue(
        String.valueOf(
                cloud.runtime().log().latest("wallet#p-1").orElseThrow().cause().traceparent())
            .endsWith("-00"));
  }

  @Test
  @DisplayName("where a journey begins Lambda says whether it is sampled")
  void lambdaDecides() throws Exception {
    failures(worker(), untraced(""), lambda(LAMBDA + "0"));
    assertEquals(0, cloud.spans.calls.get());
    failures(worker(), one(), lambda(LAMBDA + "0"));
    assertEquals(1, cloud.spans.calls.get());
  }

  @Test
  @DisplayName("spans that are refused are lost, said once, and their place is left alone a while")
  void refused() throws Exception {
    MovedClock clock = new MovedClock();
    RequestStreamHandler worker = QueueFunction.of(Sample.creditWallet(), cloud.runtime(clock, ON));
    cloud.spans.status = 400;
    assertEquals(List.of(), failures(worker, one()));
    assertEquals(List.of(), failures(worker, batch(deposit("e-2", "p-1", 5))));
    assertEquals(1, cloud.spans.calls.get());
    assertTrue(cloud.lines().contains("spans were refused with status 400"));

    cloud.spans.status = 200;
    clock.move(Duration.ofSeconds(31));
    failures(worker, batch(deposit("e-3", "p-1", 5)));
    assertEquals(2, cloud.spans.of("event-handling").size() + cloud.spans.of("application").size());
  }

  @Test
  @DisplayName("off: nothing is sent, and what came along is passed on as it came")
  void off() throws Exception {
    failures(QueueFunction.of(Sample.creditWallet(), cloud.runtime()), one());

    assertEquals(0, cloud.spans.calls.get());
    assertEquals(
        "00-" + MAKER + "-01",
        cloud.runtime().log().latest("wallet#p-1").orElseThrow().cause().traceparent());
  }
}
