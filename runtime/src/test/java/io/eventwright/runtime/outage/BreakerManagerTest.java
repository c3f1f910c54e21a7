package io.eventwright.runtime.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.breaker.BreakerView;
import io.eventwright.runtime.breaker.Phase;
import io.eventwright.runtime.manage.BreakerManager;
import io.eventwright.runtime.manage.BreakerManager.Change;
import io.eventwright.runtime.manage.EventSource;
import io.eventwright.runtime.manage.EventSources;
import io.eventwright.runtime.manage.ManagedWorker;
import io.eventwright.runtime.manage.PauseRules;
import io.eventwright.runtime.manage.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;

class BreakerManagerTest {
  private static final EventSource SOURCE = new EventSource("settle", "mapping-1");

  private final VirtualTime time = new VirtualTime();
  private final MemoryTable table = new MemoryTable();
  private final ModelMapping mapping = new ModelMapping(time, () -> {});
  private BreakerView breaker =
      new BreakerView(Phase.CLOSED, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

  private Map<EventSource, Change> look() {
    BreakerManager.Report report =
        new BreakerManager(
                List.of(new ManagedWorker("settle", List.of("gateway"))),
                EventSource.list("settle=mapping-1"),
                dependency -> breaker,
                new EventSources(() -> mapping, NoMessages::new),
                new Pauses(() -> table, () -> "control", time),
                PauseRules.DEFAULT,
                time)
            .look();
    assertEquals(List.of(), report.failures());
    return report.changes();
  }

  private void opened() {
    Instant now = time.instant();
    breaker =
        new BreakerView(
            Phase.OPEN, now, now.minus(Duration.ofMinutes(3)), now.plus(Duration.ofMinutes(5)));
  }

  private void closed() {
    breaker = new BreakerView(Phase.CLOSED, time.instant(), Instant.EPOCH, Instant.EPOCH);
  }

  private void settle() {
    assertTrue(time.step(), "a mapping is on its way");
  }

  @Test
  @DisplayName("it pauses once, waits while the mapping is on its way, and resumes when closed")
  void pausesAndResumes() {
    assertEquals(Map.of(), look());
    opened();
    assertEquals(Map.of(SOURCE, Change.PAUSED), look());
    assertEquals(Map.of(), look(), "on its way, it takes no order");
    closed();
    assertEquals(Map.of(), look(), "nor the other one");
    settle();
    assertFalse(mapping.polling());
    assertEquals(Map.of(SOURCE, Change.RESUMED), look());
    settle();
    assertTrue(mapping.polling());
    assertEquals(Map.of(), look());
  }

  @Test
  @DisplayName("killed between its note and the order, it mends both at the next look")
  void killedBetween() {
    opened();
    look();
    settle();
    // As if the order had been given and its answer lost: what counts is what is there.
    assertEquals(Map.of(), look());
    assertFalse(mapping.polling());
    closed();
    assertEquals(Map.of(SOURCE, Change.RESUMED), look());
  }

  @Test
  @DisplayName("what somebody else has paused stays paused")
  void pausedByHand() {
    mapping.updateEventSourceMapping(request -> request.uuid("mapping-1").enabled(false));
    settle();
    opened();
    assertEquals(Map.of(), look());
    closed();
    assertEquals(Map.of(), look());
    assertFalse(mapping.polling());
  }

  /** A queue with nothing in flight. */
  private static final class NoMessages implements SqsClient {
    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      return GetQueueAttributesResponse.builder().attributes(Map.of()).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
