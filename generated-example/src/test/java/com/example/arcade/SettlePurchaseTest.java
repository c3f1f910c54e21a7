package com.example.arcade;

import static com.example.arcade.Examples.event;
import static com.example.arcade.Examples.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.arcade.event.PurchaseCompletedV1;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.worker.Decision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlePurchaseTest {
  private static final Event<PurchaseCompletedV1> COMPLETED =
      event(new Purchase().completed(event(purchase(1, 1995))));

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private HttpServer server;

  @BeforeEach
  void startGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          requests.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopGateway() {
    server.stop(0);
  }

  @Test
  void theGatewayIsToldWithTheKey() throws Exception {
    assertEquals(Decision.unchanged(), worker().decide(COMPLETED, new Direct()));
    assertEquals(
        List.of(
            "key-1 {\"purchaseId\":\"4f6c0f0a-3b1e-4a53-9c55-6a2d1a7b9e01\",\"amount\":1995,"
                + "\"currency\":\"EUR\"}"),
        requests);
  }

  @Test
  void aGatewayThatFailsIsReported() {
    status = 503;
    DependencyUnavailable failure =
        assertThrows(DependencyUnavailable.class, () -> worker().decide(COMPLETED, new Direct()));
    assertEquals("the payment gateway answered 503", failure.getCause().getMessage());
  }

  private SettlePurchase worker() {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/settlements");
    return new SettlePurchase(new HttpPaymentGateway(url));
  }

  /** Calls at once, without limit, retry or breaker: those are the runtime's. */
  private static final class Direct implements Dependency {
    @Override
    public String name() {
      return "payment-gateway";
    }

    @Override
    public String idempotencyKey() {
      return "key-1";
    }

    @Override
    public <R> R call(Callable<R> call) throws DependencyUnavailable {
      try {
        return call.call();
      } catch (Exception failed) {
        throw new DependencyUnavailable("failed", false, failed);
      }
    }
  }
}
