package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.DirectFunction;
import io.eventwright.runtime.function.DrainingFunction;
import io.eventwright.runtime.function.FifoFunction;
import io.eventwright.runtime.function.NotHandled;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.testing.FifoQueue;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same worker behind each channel, and what is each channel's own. */
class ChannelTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** What a channel makes of one event: whether it is done with. */
  enum Channel {
    QUEUE,
    FIFO,
    DIRECT;

    RequestStreamHandler handler(WorkerDefinition<Amount, Wallet> worker, SystemRuntime runtime) {
      return switch (this) {
        case QUEUE -> QueueFunction.of(worker, runtime);
        case FIFO -> FifoFunction.of(worker, runtime);
        case DIRECT -> DirectFunction.of(worker, runtime);
      };
    }

    boolean handles(RequestStreamHandler handler, String event) throws IOException {
      if (this == DIRECT) {
        try {
          Payloads.invoke(handler, event.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
          return true;
        } catch (NotHandled e) {
          return false;
        }
      }
      return this == QUEUE
          ? failures(handler, batch(event)).isEmpty()
          : new FifoQueue().send("p-1", event).deliver(handler, 10).isEmpty();
    }
  }

  private RequestStreamHandler handler(Channel channel) {
    return channel.handler(Sample.creditWallet(), cloud.runtime());
  }

  /** Credits, but throws on some events. */
  private static WorkerDefinition<Amount, Wallet> throwing(Predicate<String> onEvent) {
    WorkerDefinition<Amount, Wallet> good = Sample.creditWallet();
    return WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
        .keyedBy(event -> event.data().player())
        .emits(Sample.CREDITED)
        .decidedUsing(
            (event, state, dependencies) -> {
              if (onEvent.test(event.envelope().id())) {
                throw new IllegalStateException("as asked");
              }
              return good.decider().decide(event, state, dependencies);
            });
  }

  private long balance(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).orElse(new Wallet(0)).balance();
  }

  private long version(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).version();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("row 1, 4: an event that comes again by any channel has one effect")
  void again(Channel channel) throws Exception {
    RequestStreamHandler handler = handler(channel);
    assertTrue(channel.handles(handler, deposit("e-1", "p-1", 5)));
    assertTrue(channel.handles(handler, deposit("e-1", "p-1", 5)));
    // And by another channel, as while one drains.
    assertTrue(Channel.QUEUE.handles(handler(Channel.QUEUE), deposit("e-1", "p-1", 5)));

    assertEquals(List.of(5L, 1L), List.of(balance("p-1"), version("p-1")));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("row 2: the same event at 16 instances at once has one effect, by any channel")
  void atOnce(Channel channel) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Boolean>> instances = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        RequestStreamHandler instance = handler(channel);
        instances.add(() -> channel.handles(instance, deposit("e-1", "p-1", 5)));
      }
      for (Future<Boolean> each : threads.invokeAll(instances)) {
        assertTrue(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(5L, 1L), List.of(balance("p-1"), version("p-1")));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("row 5, 27: what can never succeed is quarantined, by any channel")
  void quarantined(Channel channel) throws Exception {
    RequestStreamHandler handler = handler(channel);
    assertTrue(channel.handles(handler, deposit("e-1", "p-1", 5)));
    assertTrue(channel.handles(handler, deposit("e-1", "p-1", 6)));
    assertTrue(channel.handles(handler, "no json"));

    assertEquals(5, balance("p-1"));
    assertEquals(2, cloud.quarantined().size());
    assertTrue(
        cloud.quarantined().get(0).contains("payload-changed"), cloud.quarantined()::toString);
    assertTrue(cloud.quarantined().get(1).contains("not-json"), cloud.quarantined()::toString);
  }

  @Test
  @DisplayName("row 24: after a failure the rest of its group wait, and other groups go on")
  void oneGroupWaits() throws Exception {
    FifoQueue queue =
        new FifoQueue()
            .send("a", deposit("a-1", "a", 1))
            .send("b", deposit("b-1", "b", 1))
            .send("a", deposit("a-2", "a", 10))
            .send("b", deposit("b-2", "b", 10));
    RequestStreamHandler failing =
        FifoFunction.of(throwing(id -> id.equals("a-1")), cloud.runtime());

    assertEquals(List.of("m-0", "m-2"), queue.deliver(failing, 10));
    assertEquals(List.of(0L, 11L), List.of(balance("a"), balance("b")));

    assertEquals(List.of(), queue.deliver(handler(Channel.FIFO), 10));
    assertEquals(List.of(11L, 2L), List.of(balance("a"), version("a")));
  }

  @Test
  @DisplayName("row 24: attempts are those of the failing event, not of what waits behind it")
  void whatWaitsIsNotCounted() throws Exception {
    FifoQueue queue = new FifoQueue().send("a", deposit("a-1", "a", 1));
    for (int i = 2; i <= 10; i++) {
      queue.send("a", deposit("a-" + i, "a", 1));
    }
    RequestStreamHandler failing =
        FifoFunction.of(throwing(id -> id.equals("a-1")), cloud.runtime());
    int deliveries = 0;
    while (!queue.isEmpty()) {
      queue.deliver(failing, 10);
      deliveries++;
      assertTrue(deliveries < 20, "the group never goes on");
    }

    // One receive is free, five attempts are counted; at the seventh it goes, and the rest with it.
    assertEquals(7, deliveries);
    assertEquals(List.of(9L, 9L), List.of(balance("a"), version("a")));
    assertEquals(1, cloud.deadLettered().size());
    assertTrue(cloud.deadLettered().get(0).contains("a-1"), cloud.deadLettered()::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @DisplayName("row 24: whatever fails, each group is applied in the order in which it was sent")
  void eachGroupInOrder(long seed) throws Exception {
    Random random = new Random(seed);
    Map<String, List<String>> sent = new LinkedHashMap<>();
    Map<String, List<String>> applied = new LinkedHashMap<>();
    FifoQueue queue = new FifoQueue();
    for (int i = 0; i < 60; i++) {
      String group = "g-" + random.nextInt(4);
      sent.computeIfAbsent(group, any -> new ArrayList<>()).add("e-" + i);
      queue.send(group, deposit("e-" + i, group, 1));
    }
    WorkerDefinition<Amount, Wallet> good = throwing(id -> random.nextInt(4) == 0);
    RequestStreamHandler handler =
        FifoFunction.of(
            WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .emits(Sample.CREDITED)
                .decidedUsing(
                    (event, state, dependencies) -> {
                      var decision = good.decider().decide(event, state, dependencies);
                      applied
                          .computeIfAbsent(event.data().player(), any -> new ArrayList<>())
                          .add(event.envelope().id());
                      return decision;
                    }),
            cloud.runtime());
    for (int i = 0; !queue.isEmpty(); i++) {
      assertTrue(i < 1000, "the queue never empties");
      queue.deliver(handler, 1 + random.nextInt(10));
    }

    // The unlucky few that failed six times running are dead letters; the rest kept their order.
    for (String body : cloud.deadLettered()) {
      sent.values().forEach(ids -> ids.removeIf(id -> body.contains("\"" + id + "\"")));
    }
    assertEquals(sent, applied.isEmpty() ? sent : ordered(sent, applied));
    for (Map.Entry<String, List<String>> group : sent.entrySet()) {
      assertEquals(group.getValue().size(), balance(group.getKey()));
    }
  }

  private static Map<String, List<String>> ordered(
      Map<String, List<String>> as, Map<String, List<String>> groups) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    as.keySet().forEach(key -> ordered.put(key, groups.getOrDefault(key, List.of())));
    return ordered;
  }

  @Test
  @DisplayName(
      "row 41: a call that fails is thrown, so that it comes again; after success it is nothing")
  void calledAgain() throws Exception {
    RequestStreamHandler failing = DirectFunction.of(throwing(id -> true), cloud.runtime());
    byte[] event = deposit("e-1", "p-1", 5).getBytes(StandardCharsets.UTF_8);
    NotHandled thrown =
        assertThrows(
            NotHandled.class, () -> Payloads.invoke(failing, event, TestContext.of(60_000)));
    assertTrue(String.valueOf(thrown.getCause()).contains("as asked"));

    for (int i = 0; i < 3; i++) {
      Payloads.invoke(handler(Channel.DIRECT), event, TestContext.of(60_000));
    }
    assertEquals(List.of(5L, 1L), List.of(balance("p-1"), version("p-1")));
  }

  @Test
  @DisplayName("row 29: what SNS and Lambda put around an event is taken off")
  void wraps() throws Exception {
    String event = deposit("e-1", "p-1", 1);
    String notification =
        JsonObject.builder()
            .put("Type", new JsonString("Notification"))
            .put("TopicArn", new JsonString("arn:aws:sns:eu-central-1:1:deposit-received"))
            .put("Message", new JsonString(deposit("e-2", "p-1", 10)))
            .build()
            .toString();
    String destination =
        "{\"version\":\"1.0\",\"requestContext\":{\"condition\":\"RetriesExhausted\"},"
            + "\"requestPayload\":"
            + deposit("e-3", "p-1", 100)
            + ",\"responsePayload\":{\"errorMessage\":\"as asked\"}}";
    assertEquals(
        List.of(), failures(handler(Channel.QUEUE), batch(event, notification, destination)));

    assertEquals(111, balance("p-1"));
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("while a channel drains, each payload goes to the handler of its own")
  void draining() throws Exception {
    RequestStreamHandler handler =
        DrainingFunction.of(handler(Channel.QUEUE), handler(Channel.FIFO), ".fifo");
    RequestStreamHandler called =
        DrainingFunction.of(handler(Channel.DIRECT), handler(Channel.QUEUE), "aws:sqs");
    new FifoQueue().send("p-1", deposit("e-1", "p-1", 1)).deliver(handler, 10);
    failures(handler, batch(deposit("e-2", "p-1", 10)));
    failures(called, batch(deposit("e-3", "p-1", 100)));
    Payloads.invoke(
        called,
        deposit("e-4", "p-1", 1000).getBytes(StandardCharsets.UTF_8),
        TestContext.of(60_000));

    assertEquals(1111, balance("p-1"));
  }
}
