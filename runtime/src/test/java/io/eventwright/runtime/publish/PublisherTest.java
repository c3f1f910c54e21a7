package io.eventwright.runtime.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.json.Violation;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.StandIn.BusEntry;
import io.eventwright.runtime.testing.TestCloud;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void whatHoldsIsSentAsACloudEvent() {
    Envelope sent =
        cloud.runtime().publisher().publish(Sample.DEPOSIT_V2, "player/p-1", new Amount("p-1", 5));

    BusEntry entry = cloud.published().get(0);
    assertEquals("deposit-received.v2", entry.detailType());
    assertEquals("1.0", entry.text("specversion"));
    assertEquals(sent.id(), entry.text("id"));
    assertEquals(sent.id(), entry.text("correlationid"));
    assertEquals("urn:eventwright:arcade:deposit-received:2.1", entry.text("dataschema"));
    assertEquals("{\"player\":\"p-1\",\"amount\":5}", String.valueOf(entry.detail().get("data")));
    assertNull(entry.text("sequence"), "an event without a producing entity has none");
  }

  @Test
  void whatBreaksItsSchemaIsNotSentAndAllOfItIsNamed() {
    InvalidEvent invalid =
        assertThrows(
            InvalidEvent.class,
            () ->
                cloud
                    .runtime()
                    .publisher()
                    .publish(Sample.DEPOSIT_V2, "player/p-1", new Amount("p-1", -5)));

    assertEquals("urn:eventwright:arcade:deposit-received:2.1", invalid.schema());
    assertEquals(
        List.of("/amount"), invalid.violations().stream().map(Violation::instancePointer).toList());
    assertEquals(0, cloud.calls.stream().filter(call -> isSent(call.operation())).count());
  }

  @Test
  void whatTheBusRefusesForNowIsSentAgain() {
    AtomicInteger refusals = new AtomicInteger(3);
    cloud.bus().refuse = entry -> refusals.getAndDecrement() > 0 ? "ThrottlingException" : null;
    Publisher publisher = cloud.runtime().publisher();
    PreparedEvent event = publisher.prepare(Sample.DEPOSIT_V2, "player/p-1", new Amount("p-1", 5));
    publisher.send(Collections.nCopies(25, event));
    assertEquals(event.envelope().id(), cloud.published().get(0).text("id"));
    assertEquals(23, cloud.published().size(), "three refused ones of one id are one");
  }

  private static boolean isSent(String operation) {
    return operation.equals("PutEvents");
  }
}
