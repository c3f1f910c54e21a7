package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.ArcadePublisher;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.event.PurchaseCompleted;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.SystemRuntime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A purchase on the running system up to the payment gateway, which is a server of this test. */
@LocalCloudTest
class SettlementTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> KEYS = new CopyOnWriteArrayList<>();
  private static final List<Integer> ANSWERS = new CopyOnWriteArrayList<>();
  private static volatile int failuresLeft;

  /** A purchase that the gateway never takes, by its id; null for none. */
  private static volatile String refused;

  private static HttpServer gateway;

  @BeforeAll
  static void startGateway() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          KEYS.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          boolean never = refused != null && body.contains(refused);
          int status = never || failuresLeft-- > 0 ? 503 : 204;
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
    refused = null;
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
  void aPurchaseThatIsRefusedForEverIsADeadLetterWithItsReasonAndCanBeSentBack(LocalCloud cloud) {
    refused = UUID.randomUUID().toString();
    try (SqsClient queues = SqsClient.create()) {
      String event = completed(cloud, refused);
      send(cloud, queues, event);
      // Others go through all the while: else its failures would be an outage, and no fault of it.
      AtomicInteger good = new AtomicInteger();
      cloud.await(
          PATIENCE,
          () -> {
            if (Collections.frequency(ANSWERS, 204) >= good.get()) {
              send(cloud, queues, completed(cloud, UUID.randomUUID().toString()));
              good.incrementAndGet();
            }
            return cloud.depth("SettlePurchaseDeadLetterQueue") == 1;
          });
      cloud.await(PATIENCE, () -> Set.copyOf(KEYS).size() == good.get() + 1);
      assertEquals(0, cloud.depth("QuarantineQueue"), "nothing is wrong with the event");

      String from = cloud.ref("SettlePurchaseDeadLetterQueue");
      Message letter =
          queues
              .receiveMessage(
                  receive -> receive.queueUrl(from).messageAttributeNames("All").waitTimeSeconds(5))
              .messages()
              .get(0);
      assertEquals(event, letter.body(), "the body as it came");
      assertEquals("attempts-exhausted", letter.messageAttributes().get("reason").stringValue());
      assertEquals("settle-purchase", letter.messageAttributes().get("consumer").stringValue());

      // The gateway has come to its senses: sent back, it has its attempts again.
      refused = null;
      int before = ANSWERS.size();
      send(cloud, queues, letter.body());
      queues.deleteMessage(delete -> delete.queueUrl(from).receiptHandle(letter.receiptHandle()));
      cloud.await(PATIENCE, () -> ANSWERS.size() > before);
      assertEquals(204, ANSWERS.get(before));
      cloud.awaitIdle();
      assertEquals(0, cloud.depth("SettlePurchaseDeadLetterQueue"));
    }
  }

  private static String completed(LocalCloud cloud, String purchase) {
    return SystemRuntime.of(
            Map.of("EVENTWRIGHT_SYSTEM", "arcade", "EVENTWRIGHT_BUS", cloud.name("Bus")))
        .publisher()
        .prepare(
            PurchaseCompleted.V1,
            "purchase/" + purchase,
            PurchaseCompletedV1.builder()
                .purchaseId(new PurchaseId(purchase))
                .playerId(Examples.PLAYER)
                .itemId(Examples.ITEM)
                .quantity(1)
                .price(Examples.euros(1995))
                .build())
        .detail();
  }

  private static void send(LocalCloud cloud, SqsClient queues, String event) {
    queues.sendMessage(send -> send.queueUrl(cloud.ref("SettlePurchaseQueue")).messageBody(event));
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
