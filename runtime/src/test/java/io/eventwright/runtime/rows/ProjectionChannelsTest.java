package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.NotHandled;
import io.eventwright.runtime.function.ProjectionFunction;
import io.eventwright.runtime.projection.ProjectionDefinition;
import io.eventwright.runtime.projection.ProjectionRow;
import io.eventwright.runtime.rebuild.Fed;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.FifoQueue;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.ScoreEvents;
import io.eventwright.runtime.testing.StreamPayloads;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same projection behind each channel, and what is each channel's own. */
class ProjectionChannelsTest {
  private TestCloud cloud;
  private ScoreEvents log;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    log =
        new ScoreEvents(
            cloud.runtime().clients().dynamoDb(), cloud.runtime().settings().logTable());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  enum Channel {
    QUEUE,
    FIFO,
    STREAM,
    DIRECT;

    RequestStreamHandler handler(SystemRuntime runtime) {
      ProjectionDefinition<Amount> definition =
          ProjectionDefinition.of(Sample.HISTORY)
              .from(Sample.CREDITED, event -> event.data().player(), event -> event.data())
              .build();
      return switch (this) {
        case QUEUE -> ProjectionFunction.of(definition, runtime);
        case FIFO -> ProjectionFunction.fifo(definition, runtime);
        case STREAM -> ProjectionFunction.stream(definition, runtime);
        case DIRECT -> ProjectionFunction.direct(definition, runtime);
      };
    }

    void deliver(RequestStreamHandler handler, List<String> events) throws Exception {
      switch (this) {
        case QUEUE ->
            assertEquals(List.of(), failures(handler, batch(events.toArray(new String[0]))));
        case FIFO -> {
          FifoQueue queue = new FifoQueue();
          events.forEach(event -> queue.send("p-1", event));
          assertEquals(List.of(), queue.deliver(handler, events.size()));
        }
        case STREAM ->
            assertEquals(
                List.of(),
                failures(
                    handler,
                    StreamPayloads.batch(StreamPayloads.entries(events.toArray(new String[0])))));
        case DIRECT -> {
          for (String event : events) {
            call(handler, event);
          }
        }
      }
    }
  }

  private static void call(RequestStreamHandler handler, String event) throws Exception {
    Payloads.invoke(handler, event.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  private List<Long> amounts() {
    return cloud.runtime().projection(Sample.HISTORY).rows("p-1", null, 100).items().stream()
        .map(ProjectionRow::row)
        .map(Amount::amount)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("events doubled and in any order give the rows of the newest, by any channel")
  void anyChannel(Channel channel) throws Exception {
    List<String> events = new ArrayList<>();
    for (int version = 1; version <= 6; version++) {
      for (String wallet : List.of("a", "b", "c")) {
        events.add(bridged(log.commit(wallet, "p-1", version * 10 + wallet.charAt(0) - 'a')));
      }
    }
    events.addAll(events.subList(0, 9));
    Collections.shuffle(events, new Random(3));

    channel.deliver(channel.handler(cloud.runtime()), events);

    assertEquals(List.of(60L, 61L, 62L), amounts());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("what is fed from the log goes past the channel, and nowhere if nothing is built")
  void fed(Channel channel) throws Exception {
    String event = log.commit("a", "p-1", 7);
    Fed fed =
        Fed.of(
            Payloads.invoke(
                channel.handler(cloud.runtime()),
                Fed.call(2, List.of(event)).getBytes(StandardCharsets.UTF_8),
                TestContext.of(60_000)));

    assertEquals(List.of("wallet-credited.v1"), fed.takes());
    assertEquals(1, fed.shards());
    assertEquals(0, fed.applied());
    assertTrue(!fed.building());
    assertEquals(List.of(), amounts());
  }

  @Test
  @DisplayName("rows 24, 25, 41: what cannot be written comes again, in the way of its channel")
  void throttled() throws Exception {
    String first = bridged(log.commit("a", "p-1", 1));
    String second = bridged(log.commit("b", "p-1", 2));
    String other = bridged(log.commit("c", "p-2", 3));
    cloud.faults.add(
        call ->
            call.operation().equals("PutItem") && call.body().contains("wallet/a")
                ? Fault.throttled()
                : null);
    TestContext soon = TestContext.of(20_000);

    FifoQueue queue = new FifoQueue().send("p-1", first).send("p-1", second).send("p-2", other);
    assertEquals(List.of("m-0", "m-1"), queue.deliver(Channel.FIFO.handler(cloud.runtime()), 3));
    assertEquals(
        List.of(StreamPayloads.sequenceOf(1)),
        failures(
            Channel.STREAM.handler(cloud.runtime()),
            StreamPayloads.batch(StreamPayloads.entries(other, first, second)),
            soon));
    assertThrows(NotHandled.class, () -> call(Channel.DIRECT.handler(cloud.runtime()), first));
    assertEquals(List.of(), amounts(), "nothing passes what it waits behind");

    cloud.faults.clear();
    assertEquals(List.of(), queue.deliver(Channel.FIFO.handler(cloud.runtime()), 3));
    assertEquals(List.of(1L, 2L), amounts());
  }
}
