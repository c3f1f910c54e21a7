package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.DepositReceived;
import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.publish.Publisher;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * S: a worker's process is killed before or after each of its calls, and nothing is lost or
 * doubled. Functions are processes of their own here, each behind Lambda's Runtime API, and end by
 * a signal.
 */
@LocalCloudTest(processes = true)
class S_StatelessTest {
  private static final int EVENTS = 8;

  /** At these calls of the worker, by turns before the call and after it: an event takes three. */
  private static final Set<Integer> KILLED_AT = Set.of(2, 5, 9, 13);

  @Test
  void aWorkerIsKilledAfterAnyCallAndTheBooksBalance(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    String worker = cloud.accessKeyId("CreditWalletFunction");
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger kills = new AtomicInteger();
    Interceptor.Placed killer =
        cloud.intercept(
            (call, proceed) -> {
              if (!call.caller().equals(worker) || !KILLED_AT.contains(calls.incrementAndGet())) {
                return proceed.get();
              }
              if (kills.incrementAndGet() % 2 == 0) {
                proceed.get();
              }
              cloud.kill("CreditWalletFunction");
              return Interceptor.Reply.cut();
            });
    try {
      Publisher publisher = arcade.runtime().publisher();
      for (int i = 0; i < EVENTS; i++) {
        publisher.publish(DepositReceived.V2, "player/p-ada", deposit("p-ada", 1L << i));
      }
      cloud.awaitIdle(Duration.ofMinutes(8));
    } finally {
      killer.close();
    }

    assertEquals(KILLED_AT.size(), kills.get());
    // Each deposit is a bit of its own: one lost or doubled would show, and which.
    assertEquals((1L << EVENTS) - 1, arcade.wallet("p-ada").balance());
    LogVerifier.Verdict verdict =
        new LogVerifier(arcade.runtime().log()).verify(new EntityKey("wallet", "p-ada"));
    assertTrue(verdict.holds(), verdict.toString());
    assertEquals(EVENTS, verdict.versions());
    assertEquals(0, cloud.depth("CreditWalletDeadLetterQueue"));
  }
}
