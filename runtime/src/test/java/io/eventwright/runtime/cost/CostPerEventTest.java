package io.eventwright.runtime.cost;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds docs/decisions/0002-tables.md to its figures: what DynamoDB Local says was consumed. */
class CostPerEventTest {

  @Test
  void oneSmallEvent() throws Exception {
    try (TestCloud cloud = new TestCloud()) {
      CapacityMeter meter = new CapacityMeter();
      RequestStreamHandler worker =
          QueueFunction.of(Sample.creditWallet(), cloud.runtime(List.of(meter)));
      RequestStreamHandler relay = RelayFunction.of(cloud.runtime(List.of(meter)));
      failures(worker, batch(deposit("e-0", "p-1", 5)));
      relay(relay);
      meter.take();

      failures(worker, batch(deposit("e-1", "p-1", 5)));
      step(meter, "applied, one event", 7);
      relay(relay);
      step(meter, "relayed", 3);
      failures(worker, batch(deposit("e-2", "p-1", 0)));
      step(meter, "unchanged", 2);
      relay(relay);
      step(meter, "rung for nothing", 1);
    }
  }

  private static void relay(RequestStreamHandler relay) throws Exception {
    String rung =
        """
        {"Records":[{"eventName":"INSERT","dynamodb":{"SequenceNumber":"1",\
        "Keys":{"pk":{"S":"wallet#p-1"},"sk":{"S":"v0000000000000000001"}}}}]}""";
    Payloads.invoke(relay, rung.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  private static void step(CapacityMeter meter, String what, double units) {
    String calls = meter.calls();
    double taken = meter.take();
    System.out.println(what + ": " + taken + " units: " + calls);
    assertEquals(units, taken, what + ": " + calls);
  }
}
