package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.DepositReceived;
import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Q: of a batch only what failed comes again. What a crash interrupts comes again too, which {@link
 * S_StatelessTest} shows with killed processes.
 */
@LocalCloudTest
class Q_QueuesTest {
  private static final int EVENTS = 5;

  /** How often one of them fails: less often than a queue tries. */
  private static final int TIMES = 2;

  @AfterEach
  void consumerIsBack(LocalCloud cloud) {
    cloud.resume("CreditWalletFunction");
  }

  @Test
  void aFailedMessageOfABatchComesAgainAloneUntilItIsThrough(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    cloud.pause("CreditWalletFunction");
    Publisher publisher = arcade.runtime().publisher();
    List<PreparedEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      events.add(publisher.prepare(DepositReceived.V2, "player/p-" + i, deposit("p-" + i, 100)));
    }
    publisher.send(events);
    cloud.await(Arcade.PATIENCE, () -> cloud.depth("CreditWalletQueue") == EVENTS);

    String bad = events.get(2).envelope().id();
    String worker = cloud.accessKeyId("CreditWalletFunction");
    Interceptor.Placed fault =
        cloud.intercept(
            (call, proceed) ->
                call.caller().equals(worker)
                        && call.body().contains(bad)
                        && arcade.outcomes("CreditWalletFunction", "retried") < TIMES
                    ? Interceptor.Reply.fault(400, "AccessDeniedException", "not this one")
                    : proceed.get());
    try {
      cloud.resume("CreditWalletFunction");
      cloud.awaitIdle();
    } finally {
      fault.close();
    }

    assertEquals(TIMES, arcade.outcomes("CreditWalletFunction", "retried"));
    assertEquals(EVENTS, arcade.outcomes("CreditWalletFunction", "applied"));
    // The others were told of once: their messages did not come again with the failed one.
    for (PreparedEvent event : events) {
      long told =
          cloud.log("CreditWalletFunction").stream()
              .filter(line -> line.contains("\"eventId\":\"" + event.envelope().id() + "\""))
              .count();
      assertEquals(event.envelope().id().equals(bad) ? 1 + TIMES : 1, told, event.toString());
    }
    assertEquals(100, arcade.wallet("p-2").balance());
  }

  /** Six times the function's timeout, in the template that goes to AWS. */
  @Test
  void aMessageInWorkIsHiddenForLongerThanItsFunctionMayTake() throws IOException {
    String template = Files.readString(Path.of("target/sam/template.yaml"));
    assertEquals(6 * 30, number(template, "\n  CreditWalletQueue:\n", "VisibilityTimeout"));
    assertEquals(30, number(template, "\n  CreditWalletFunction:\n", "Timeout"));
    assertEquals(6 * 10, number(template, "\n  SettlePurchaseQueue:\n", "VisibilityTimeout"));
    assertEquals(10, number(template, "\n  SettlePurchaseFunction:\n", "Timeout"));
  }

  private static int number(String template, String resource, String property) {
    int at = template.indexOf(resource);
    assertTrue(at > 0, resource);
    Matcher value = Pattern.compile("\n      " + property + ": (\\d+)").matcher(template);
    assertTrue(value.find(at), property);
    return Integer.parseInt(value.group(1));
  }
}
