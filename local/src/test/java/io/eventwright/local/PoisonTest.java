package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.sample.Clients;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Row 49, the queue's side: a message by which a function's own code kills its process each time.
 */
class PoisonTest {

  /** Three starts of a process, however busy the machine: waiting ends when idle. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  @Test
  void aMessageThatKillsItsProcessEachTimeIsADeadLetterAndTheNextIsHandled() throws Exception {
    TestCloud.LOG.clear(); // other tests of this JVM have written to it
    try (Cloud cloud =
            Cloud.start(TestCloud.settings(TestCloud.resource("template.yaml"), 60, true));
        SqsClient queues = Clients.of(SqsClient.builder(), cloud.endpoint(), "LOCALTEST")) {
      String incoming = cloud.stack().find("Incoming").orElseThrow().ref();
      queues.sendMessage(send -> send.queueUrl(incoming).messageBody("halt"));
      assertTrue(cloud.awaitIdle(PATIENCE), TestCloud.LOG::toString);

      assertEquals(1, cloud.depth("DeadLetters"), "after maxReceiveCount, which is 3");
      assertEquals(0, cloud.depth("Incoming"));
      assertEquals(
          3,
          TestCloud.LOG.stream().filter(line -> line.contains("Keeper: batch of 1")).count(),
          TestCloud.LOG::toString);

      queues.sendMessage(send -> send.queueUrl(incoming).messageBody("good"));
      assertTrue(cloud.awaitIdle(PATIENCE), TestCloud.LOG::toString);
      assertEquals(1, cloud.depth("DeadLetters"));
      assertEquals(0, cloud.depth("Incoming"));
    }
  }
}
