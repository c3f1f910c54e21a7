package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.ArcadePublisher;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.type.Currency;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.SystemRuntime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase on the running system up to the payment gateway, which is a server of this test. */
@LocalCloudTest
class SettlementTest {
  private static final List<String> KEYS = new CopyOnWriteArrayList<>();
  private static final List<Integer> ANSWERS = new CopyOnWriteArrayList<>();
  private static volatile int failuresLeft;
  private static HttpServer gateway;

  @BeforeAll
  static void startGateway() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          KEYS.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          int status = failuresLeft-- > 0 ? 503 : 204;
          ANSWERS.add(status);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    gateway.start();
    // Functions of the local cloud share the properties of this JVM, as they do its environment.
    System.setProperty(
        PaymentGateway.URL, "http://localhost:" + gateway.getAddress().getPort() + "/settlements");
  }

  @AfterAll
  static void stopGateway() {
    System.clearProperty(PaymentGateway.URL);
    gateway.stop(0);
  }

  @BeforeEach
  void nothingHappenedYet(LocalCloud cloud) {
    cloud.reset();
    KEYS.clear();
    ANSWERS.clear();
    failuresLeft = 0;
  }

  @Test
  void aGatewayThatFailsIsAskedAgainWithTheSameKey(LocalCloud cloud) {
    failuresLeft = 3;
    ArcadePublisher publisher = publisher(cloud);
    publisher.publish(
        "item/golden-joystick", ItemStockedV1.builder().itemId(Examples.ITEM).quantity(5).build());
    publisher.publish("player/p-7", Examples.deposit(2050, Currency.EUR));
    cloud.awaitIdle();

    publisher.publish("player/p-7", Examples.purchase(1, 1995));
    cloud.awaitIdle();

    assertEquals(List.of(503, 503, 503, 204), ANSWERS.subList(0, Math.min(4, ANSWERS.size())));
    // More only where an answer came too late, as on a machine that is very busy.
    assertEquals(Set.of(204), Set.copyOf(ANSWERS.subList(3, ANSWERS.size())));
    assertEquals(1, Set.copyOf(KEYS).size(), "one key for one purchase");
    assertEquals(0, cloud.depth("SettlePurchaseDeadLetterQueue"));
  }

  @Test
  void aPurchaseThatIsCancelledIsNotSettled(LocalCloud cloud) {
    publisher(cloud).publish("player/p-7", Examples.purchase(1, 1995));
    cloud.awaitIdle();

    assertTrue(cloud.events().stream().anyMatch(event -> event.contains("unknown-item")));
    assertEquals(List.of(), KEYS);
  }

  private static ArcadePublisher publisher(LocalCloud cloud) {
    return new ArcadePublisher(
        SystemRuntime.of(
            Map.of("EVENTWRIGHT_SYSTEM", "arcade", "EVENTWRIGHT_BUS", cloud.name("Bus"))));
  }
}
