package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Events to queues, functions and state machines; schedules. */
class EventsTest {

  private final Cloud cloud = TestCloud.get();
  private final EventBridgeClient bridge =
      Clients.of(EventBridgeClient.builder(), cloud.endpoint(), "LOCALTEST");
  private final SqsClient queues = Clients.of(SqsClient.builder(), cloud.endpoint(), "LOCALTEST");
  private final SfnClient machines = Clients.of(SfnClient.builder(), cloud.endpoint(), "LOCALTEST");

  EventsTest() throws Exception {}

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    cloud.reset();
  }

  @Test
  void aRuleSendsWhatItsTransformerMakes() throws Exception {
    put(
        "order-placed.v2",
        "{\"id\":\"e1\",\"data\":{\"do\":\"echo\",\"price\":{\"amount\":100.10}}}");
    put("order-placed.v2", "{\"id\":\"e2\",\"data\":{\"do\":\"echo\",\"price\":{\"amount\":100}}}");

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    List<Message> sent = receive("Placed");
    assertEquals(1, sent.size());
    assertEquals(
        Json.parse(
            "{\"id\":\"e1\",\"price\":{\"amount\":100.10},\"replay\":\"\","
                + "\"text\":\"order e1 of {\\\"amount\\\":100.10}\"}"),
        Json.parse(sent.get(0).body()));
    JsonNode event = cloud.events().get(0);
    assertEquals("order-placed.v2", event.path("detail-type").asText());
    assertEquals("shop", event.path("source").asText());
  }

  @Test
  void anEventStartsAStateMachineThatCallsTablesAndFunctions() throws Exception {
    put("order-placed.v2", "{\"id\":\"s1\",\"data\":{\"do\":\"echo\",\"price\":{\"amount\":1}}}");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    put("order-placed.v2", "{\"id\":\"s1\",\"data\":{\"do\":\"echo\",\"price\":{\"amount\":1}}}");
    put("order-placed.v2", "{\"id\":\"s2\",\"data\":{\"do\":\"throw\"}}");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    String machine = ref("Saga");
    List<ExecutionListItem> executions =
        machines.listExecutions(list -> list.stateMachineArn(machine)).executions();
    List<String> ends =
        executions.stream()
            .map(item -> machines.describeExecution(get -> get.executionArn(item.executionArn())))
            .filter(end -> end.input().contains("s1") || end.input().contains("s2"))
            .map(end -> end.statusAsString() + " " + end.output() + " " + end.error())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "FAILED null undone",
            "SUCCEEDED {\"do\":\"echo\",\"price\":{\"amount\":1}} null",
            "SUCCEEDED {\"doubled\":true} null"),
        ends);
  }

  @Test
  void aRuleThatAQueuesPolicyDoesNotNameDoesNotReachIt() throws Exception {
    put("stranger.v1", "{\"id\":\"x1\"}");

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertEquals(List.of(), receive("Placed"));
    List<Message> refused = receive("Refused");
    assertEquals(1, refused.size());
    assertEquals(
        "NO_PERMISSIONS", refused.get(0).messageAttributes().get("ERROR_CODE").stringValue());
  }

  @Test
  void whatATargetWillNeverTakeIsADeadLetterWithItsReason() throws Exception {
    put("too-large.v1", "{\"fill\":\"" + "x".repeat(2000) + "\"}");

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    Message dead = receive("Undelivered").get(0);
    assertEquals("EVENT_SIZE", dead.messageAttributes().get("ERROR_CODE").stringValue());
    assertEquals("0", dead.messageAttributes().get("RETRY_ATTEMPTS").stringValue());
    assertEquals("too-large.v1", Json.parse(dead.body()).path("detail-type").asText());
  }

  @Test
  void badEntriesFailAloneAndSayWhy() {
    PutEventsResponse response =
        bridge.putEvents(
            put ->
                put.entries(
                    entry("fine.v1", "{}"),
                    entry("bad.v1", "no json"),
                    entry("bad.v1", "{}").toBuilder().eventBusName("nowhere").build(),
                    entry("bad.v1", "{}").toBuilder().source("aws.s3").build()));

    assertEquals(3, response.failedEntryCount());
    assertEquals("MalformedDetail", response.entries().get(1).errorCode());
    assertEquals("ResourceNotFoundException", response.entries().get(2).errorCode());
    assertEquals("NotAuthorizedForSourceException", response.entries().get(3).errorCode());
  }

  @Test
  void schedulesFireOnDemand() throws Exception {
    TestCloud.LOG.clear();
    cloud.runSchedule("SweeperDaily");
    cloud.runSchedule("SweeperWeekly");

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertTrue(TestCloud.LOG.contains("Sweeper: asked to sweep"), TestCloud.LOG::toString);
    assertTrue(TestCloud.LOG.contains("Sweeper: asked to "), TestCloud.LOG::toString);
  }

  private void put(String type, String detail) {
    assertEquals(0, bridge.putEvents(put -> put.entries(entry(type, detail))).failedEntryCount());
  }

  private PutEventsRequestEntry entry(String type, String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName(ref("Bus"))
        .source("shop")
        .detailType(type)
        .detail(detail)
        .build();
  }

  private List<Message> receive(String queue) {
    return queues
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(ref(queue))
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .waitTimeSeconds(1))
        .messages();
  }

  private String ref(String logicalId) {
    return Objects.requireNonNull(cloud.stack().refs().get(logicalId));
  }
}
