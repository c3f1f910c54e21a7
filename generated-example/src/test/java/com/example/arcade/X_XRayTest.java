package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.ItemStocked;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.id.ItemId;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.local.junit.Span;
import io.eventwright.runtime.publish.Publisher;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * X-ray: one journey, from the request of an API to the last function that it starts, is found by
 * its {@code correlationid}; its traces are joined by links; and what failed is the handling of the
 * event, the application's code, or what that called.
 */
@LocalCloudTest
class X_XRayTest {
  private static final String PLAYER = "p-xena";
  private static final String HANDLING = "event-handling";
  private static final String APPLICATION = "application";
  private static final String DEPENDENCY = "dependency";
  private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();
  private static HttpServer gateway;

  @BeforeAll
  static void startGateway() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(FAILURES_LEFT.getAndDecrement() > 0 ? 503 : 204, -1);
          exchange.close();
        });
    gateway.start();
    System.setProperty(
        PaymentGateway.URL, "http://localhost:" + gateway.getAddress().getPort() + "/settlements");
  }

  @AfterAll
  static void stopGateway() {
    System.clearProperty(PaymentGateway.URL);
    gateway.stop(0);
  }

  @BeforeEach
  void stocked(LocalCloud cloud) {
    cloud.reset();
    FAILURES_LEFT.set(0);
    Publisher publisher = new Arcade(cloud).runtime().publisher();
    publisher.publish(
        ItemStocked.V1,
        "shop/robot",
        ItemStockedV1.builder().itemId(new ItemId("robot")).quantity(3).build());
    publisher.publish(DepositReceived.V2, "player/" + PLAYER, deposit(PLAYER, 5000));
    cloud.awaitIdle();
  }

  @Test
  void oneJourneyIsFoundByItsCorrelationidAndItsTracesAreLinked(LocalCloud cloud) throws Exception {
    List<Span> journey = journey(cloud, buy(cloud));

    Set<String> expected =
        Set.of(
            "POST route-post-purchases",
            "publish purchase-requested.v1",
            "reserve-item " + HANDLING,
            "reserve-item " + APPLICATION,
            "publish item-reserved.v1",
            "charge-wallet " + HANDLING,
            "charge-wallet " + APPLICATION,
            "publish wallet-charged.v1",
            "saga-purchase " + HANDLING,
            "saga-purchase " + APPLICATION,
            "publish purchase-completed.v1",
            "purchase-history " + HANDLING,
            "purchase-history " + APPLICATION,
            "settle-purchase " + HANDLING,
            "settle-purchase " + APPLICATION,
            "call payment-gateway");
    Set<String> seen =
        journey.stream().map(X_XRayTest::shown).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(seen.containsAll(expected), seen.toString());
    // The gateway has its own limit of time, which a busy machine may miss.
    assertEquals(
        List.of(),
        journey.stream()
            .filter(span -> span.failed() && !shown(span).startsWith("settle-purchase"))
            .filter(span -> !part(span).equals(DEPENDENCY))
            .toList());
    assertTrue(traces(journey).size() > 1, "queues part traces");
    assertEquals(1, connected(journey), "and links join them");
    for (Span span : journey) {
      boolean first = span.name().startsWith("POST ");
      boolean linked = part(span).equals(HANDLING);
      assertEquals(linked && !first ? 1 : 0, span.links().size(), span.toString());
    }
  }

  @Test
  void aDependencyThatFailsIsNoErrorOfTheEventsHandling(LocalCloud cloud) throws Exception {
    FAILURES_LEFT.set(3);
    List<Span> journey = journey(cloud, buy(cloud));

    List<Span> calls = of(journey, DEPENDENCY);
    assertTrue(errors(calls) >= 3, calls.toString());
    assertTrue(calls.size() > errors(calls), calls.toString());
    Span failing = calls.stream().filter(Span::failed).findFirst().orElseThrow();
    assertEquals("call payment-gateway", failing.name());
    assertTrue(failing.attributes().containsKey("error.type"));
    assertEquals(0, errors(of(journey, HANDLING)));
  }

  @Test
  void anEventThatCannotBeReadIsNoErrorOfTheApplication(LocalCloud cloud) {
    String journey = UUID.randomUUID().toString();
    new Arcade(cloud)
        .putUnchecked(
            "deposit-received.v2",
            """
            {"specversion":"1.0","id":"%s","source":"arcade","type":"deposit-received.v2",\
            "time":"2026-11-23T10:00:00Z","correlationid":"%s","traceparent":"none of ours",\
            "dataschema":"urn:eventwright:arcade:deposit-received:2.0",\
            "data":{"currency":"EUR","minorUnits":"many"}}"""
                .formatted(UUID.randomUUID(), journey));
    cloud.awaitIdle();

    List<Span> seen = journey(cloud, journey);
    assertEquals(1, errors(of(seen, HANDLING)), seen.toString());
    assertEquals("quarantined", seen.get(0).attributes().get("eventwright.outcome"));
    assertEquals(List.of(), of(seen, APPLICATION));
  }

  /** The journey's name, which the answer tells. */
  private static String buy(LocalCloud cloud) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(cloud.api("Api") + "/purchases"))
                    .header("Authorization", "Bearer " + cloud.token("Api", PLAYER))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"purchaseId\":\""
                                + UUID.randomUUID()
                                + "\",\"itemId\":\"robot\",\"quantity\":1,"
                                + "\"price\":{\"amount\":1995,\"currency\":\"EUR\"}}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(202, answer.statusCode(), answer.body());
    cloud.awaitIdle();
    return answer.headers().firstValue("correlation-id").orElseThrow();
  }

  private static List<Span> journey(LocalCloud cloud, String correlationid) {
    return cloud.spans().stream()
        .filter(span -> correlationid.equals(span.attributes().get("correlationid")))
        .toList();
  }

  private static String part(Span span) {
    return span.attributes().getOrDefault("eventwright.part", "");
  }

  private static List<Span> of(List<Span> spans, String part) {
    return spans.stream().filter(span -> part(span).equals(part)).toList();
  }

  private static long errors(List<Span> spans) {
    return spans.stream().filter(Span::failed).count();
  }

  private static String shown(Span span) {
    if (span.name().startsWith("process ")) {
      return span.attributes().get("eventwright.consumer") + " " + HANDLING;
    }
    return span.name().startsWith("decide ")
        ? span.name().substring("decide ".length()) + " " + APPLICATION
        : span.name();
  }

  private static Set<String> traces(List<Span> spans) {
    return spans.stream().map(Span::traceId).collect(Collectors.toSet());
  }

  /** How many groups of traces are left when those that a link joins are one. */
  private static int connected(List<Span> spans) {
    Map<String, String> traceOf = new HashMap<>();
    spans.forEach(span -> traceOf.put(span.id(), span.traceId()));
    Map<String, String> group = new HashMap<>();
    traces(spans).forEach(trace -> group.put(trace, trace));
    for (Span span : spans) {
      for (String link : span.links()) {
        String there = group.get(traceOf.get(link));
        String here = group.get(span.traceId());
        group.replaceAll((trace, in) -> in.equals(here) ? there : in);
      }
    }
    return new HashSet<>(group.values()).size();
  }
}
