package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.StandIn;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  private static final Amount LARGE = new Amount("p".repeat(1_500_000), 5);

  private final List<Amount> seen = new CopyOnWriteArrayList<>();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler worker() {
    return QueueFunction.of(
        WorkerDefinition.named("look", Sample.DEPOSIT_V2)
            .decidedBy(
                (event, none) -> {
                  seen.add(event.data());
                  return Decision.unchanged();
                }),
        cloud.runtime());
  }

  private String sent() {
    cloud.runtime().publisher().publish(Sample.DEPOSIT_V2, "player/p-1", LARGE);
    StandIn.BusEntry event = cloud.published().get(0);
    assertFalse(event.detail().has("data"));
    assertTrue(String.valueOf(event.text("dataref")).startsWith("s3://" + TestCloud.CLAIMS + "/"));
    return event.detail().toString();
  }

  @Test
  @DisplayName("letter K: data over the bus's limit travel by claim check and arrive intact, once")
  void travels() throws Exception {
    String detail = sent();
    RequestStreamHandler worker = worker();

    assertEquals(List.of(), failures(worker, batch(bridged(detail), bridged(detail))));
    assertEquals(LARGE, seen.get(0));
    assertEquals(1, cloud.inboxRows());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("letter K: small data travel with their event")
  void small() {
    cloud.runtime().publisher().publish(Sample.DEPOSIT_V2, "player/p-1", new Amount("p-1", 5));
    assertTrue(cloud.published().get(0).detail().has("data"));
    assertTrue(cloud.claims.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "s3://claims-bucket/, s3://other-bucket/",
    "s3://claims-bucket/, s3://claims-bucket/other/",
    "\"databytes\":15, \"databytes\":25",
    "\"datasha256\":\", \"datasha256\":\"0",
  })
  @DisplayName("letter K: another bucket, no such object, another size or hash is quarantined")
  void forged(String said, String forged) throws Exception {
    String detail = sent();
    assertTrue(detail.contains(said), detail);

    assertEquals(List.of(), failures(worker(), batch(bridged(detail.replaceFirst(said, forged)))));
    assertEquals(List.of(), seen);
    JsonObject message = (JsonObject) Json.parse(cloud.quarantined().get(0));
    String reason = String.valueOf(message.get("reason"));
    assertTrue(reason.contains("claim-invalid") || reason.contains("not-an-event"), reason);
  }

  @Test
  @DisplayName("letter K: an object that was changed in the bucket is quarantined")
  void changed() throws Exception {
    String detail = sent();
    cloud.claims.replaceAll((key, content) -> content.replace("\"amount\":5", "\"amount\":6"));

    assertEquals(List.of(), failures(worker(), batch(bridged(detail))));
    assertEquals(List.of(), seen);
    assertTrue(cloud.quarantined().get(0).contains("claim-invalid"));
  }
}
