package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.DepositReceived;
import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.Publisher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A: a consumer that is down costs its producer nothing, and nothing is lost. */
@LocalCloudTest
class A_AsynchronousMessagingTest {
  private static final int EVENTS = 25;

  @AfterEach
  void consumerIsBack(LocalCloud cloud) {
    cloud.resume("CreditWalletFunction");
  }

  @Test
  void aConsumerIsDownAndItsProducerDoesNotNotice(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    List<String> calls = new CopyOnWriteArrayList<>();
    Publisher publisher = arcade.runtime().publisher();
    publisher.publish(DepositReceived.V2, "player/p-ada", deposit("p-ada", 1));
    cloud.awaitIdle();

    long up = medianNanos(publisher);
    cloud.awaitIdle();
    cloud.pause("CreditWalletFunction");
    cloud.awaitIdle();
    Interceptor.Placed seen =
        cloud.intercept(
            (call, proceed) -> {
              calls.add(call.service() + " " + call.operation());
              return proceed.get();
            });
    long down = medianNanos(publisher);
    seen.close();

    // One call, to the bus, and nothing else happens in the whole system while the consumer is
    // down.
    assertEquals(EVENTS, calls.stream().filter("events PutEvents"::equals).count());
    assertTrue(calls.stream().noneMatch(call -> call.startsWith("lambda")), calls::toString);
    // A second is what a machine may be busy for, and nothing beside a consumer that is down.
    assertTrue(down < 10 * up + 1_000_000_000, "median of %d ns, %d ns".formatted(up, down));
    // The bus has taken it; what it delivers to is written a moment later.
    cloud.awaitIdle();
    assertEquals(EVENTS, cloud.depth("CreditWalletQueue"));
    assertEquals(1 + EVENTS, arcade.wallet("p-ada").balance());

    cloud.resume("CreditWalletFunction");
    cloud.awaitIdle();
    assertEquals(0, cloud.depth("CreditWalletQueue"));
    assertEquals(1 + 2 * EVENTS, arcade.wallet("p-ada").balance());
  }

  private static long medianNanos(Publisher publisher) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      long begun = System.nanoTime();
      publisher.publish(DepositReceived.V2, "player/p-ada", deposit("p-ada", 1));
      nanos.add(System.nanoTime() - begun);
    }
    return Arrays.stream(nanos.toArray(new Long[0])).sorted().toList().get(EVENTS / 2);
  }
}
