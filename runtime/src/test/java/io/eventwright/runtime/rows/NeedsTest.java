package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import io.eventwright.runtime.worker.WorkerDefinitionBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Minimum data: a worker that needs two fields of an event that has more. */
class NeedsTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private static WorkerDefinition<Amount, Wallet> worker(boolean needs) {
    WorkerDefinitionBuilder<Amount, Wallet> builder =
        WorkerDefinition.named("count", Sample.DEPOSIT_V2, Sample.WALLETS)
            .keyedBy(event -> event.data().player());
    return (needs ? builder.needing("player", "amount") : builder)
        .decidedBy((event, wallet) -> Decision.next(new Wallet(event.data().amount())));
  }

  /** As a rule's input transformer writes it: what the event lacks is an empty text. */
  private static String cut(String id, long amount) {
    return """
        {"specversion":"1.0","datacontenttype":"application/json","id":"%s","source":"arcade",\
        "type":"deposit-received.v2","subject":"player/p-1","time":"2026-11-23T10:00:00Z",\
        "dataschema":"urn:eventwright:arcade:deposit-received:2.0","sequence":"","previous":"",\
        "correlationid":"journey-1","causationid":"","traceparent":"","replayname":"",\
        "data":{"player":"p-1","amount":%d}}"""
        .formatted(id, amount);
  }

  private static String whole(String id, String more) {
    String cut = cut(id, 5);
    return bridged(cut.substring(0, cut.length() - 2) + more + "}}");
  }

  private List<String> run(boolean needs, String body) throws Exception {
    return failures(QueueFunction.of(worker(needs), cloud.runtime()), batch(body));
  }

  private long version() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1").version();
  }

  @Test
  @DisplayName("an event that a rule has cut is taken, its missing attributes are missing")
  void cutByTheRule() throws Exception {
    assertEquals(List.of(), run(true, cut("e-1", 5)));
    assertEquals(1, version());
    assertTrue(!cloud.lines().contains("\"sequence\""), cloud.lines());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName(
      "whole or cut, by the same id it is the same event; a field outside of needs is not read")
  void wholeOrCut() throws Exception {
    // The schema of the sample is closed: what is not needed would be refused if it were seen.
    assertEquals(List.of(), run(true, whole("e-1", ",\"note\":\"x\"")));
    assertEquals(List.of(), run(true, cut("e-1", 5)));
    assertEquals(List.of(), run(true, whole("e-1", ",\"note\":\"y\"")));
    assertEquals(1, version());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 5: the same id with another payload, within what is needed, is quarantined")
  void otherPayload() throws Exception {
    run(true, cut("e-1", 5));
    run(true, cut("e-1", 6));
    assertTrue(cloud.quarantined().get(0).contains("payload-changed"));
    assertEquals(1, version());
  }

  @Test
  @DisplayName("a worker that begins to say what it needs knows what it has handled before")
  void beginsToNeed() throws Exception {
    run(false, whole("e-1", ""));
    assertEquals(List.of(), run(true, cut("e-1", 5)));
    assertEquals(1, version());
    assertEquals(List.of(), cloud.quarantined());
  }
}
