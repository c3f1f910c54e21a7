package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Topics with their filter policies and wraps, and pipes between queues. */
class TopicsTest {

  private final Cloud cloud = TestCloud.get();
  private final EventBridgeClient bridge =
      Clients.of(EventBridgeClient.builder(), cloud.endpoint(), "LOCALTEST");
  private final SqsClient queues = Clients.of(SqsClient.builder(), cloud.endpoint(), "LOCALTEST");

  TopicsTest() throws Exception {}

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    cloud.reset();
  }

  @Test
  void aPolicyOnTheBodyLetsThroughWhatItSays() throws Exception {
    score("a", 150, "ranked");
    score("b", 50, "ranked");
    score("c", 150, "practice");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    List<Message> high = receive("High");
    assertEquals(1, high.size());
    // Raw: the event as the rule sent it, nothing around it.
    assertEquals("a", Json.parse(high.get(0).body()).at("/detail/data/player").asText());
    assertEquals(3, receive("Every").size());
    assertEquals(0, receive("Tagged").size());
  }

  @Test
  void aSubscriberThatDoesNotAskForTheMessageAloneGetsItWrapped() throws Exception {
    score("a", 1, "ranked");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    JsonNode wrapped = Json.parse(receive("Every").get(0).body());
    assertEquals("Notification", wrapped.path("Type").asText());
    assertEquals(ref("Scores"), wrapped.path("TopicArn").asText());
    assertEquals(
        "a", Json.parse(wrapped.path("Message").asText()).at("/detail/data/player").asText());
  }

  @Test
  void aPolicyOnAttributesSeesListsAndNumbersAndNothingElse() throws Exception {
    assertEquals(200, publish("one", "String.Array", "[\"gold\",\"new\"]", "9"));
    assertEquals(200, publish("two", "String.Array", "[\"gold\"]", "10"));
    assertEquals(200, publish("three", "String", "gold", "1"));
    assertEquals(200, publish("four", "Binary", "Z29sZA==", "1"));
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertEquals(
        List.of("one", "three"), receive("Tagged").stream().map(Message::body).sorted().toList());
  }

  @Test
  void whatASubscriberRefusesIsItsDeadLetterAndNobodyElses() throws Exception {
    score("a", 1, "closed");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    Message dead = receive("NotDelivered").get(0);
    assertEquals("403", dead.messageAttributes().get("ErrorCode").stringValue());
    assertEquals("a", Json.parse(dead.body()).at("/detail/data/player").asText());
    assertEquals(1, receive("Every").size());
  }

  @Test
  void whatIsTooLargeForATopicIsTheRulesDeadLetter() throws Exception {
    score("x".repeat(270_000), 1, "ranked");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertEquals(1, receive("NotPublished").size());
    assertEquals(0, receive("Every").size());
    assertEquals(400, publish("y".repeat(262_145), "String", "gold", "1"));
  }

  @Test
  void aPipeSortsIntoGroupsWhatAnyoneSent() throws Exception {
    send("{\"player\":\"p1\",\"n\":1.10}");
    send("{\"player\":\"p2\",\"n\":2}");
    send("{\"n\":3}");
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    Map<String, String> groups =
        receive("Sorted").stream()
            .collect(
                Collectors.toMap(
                    message ->
                        message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
                    Message::body));
    assertEquals(
        Map.of("p1", "{\"player\":\"p1\",\"n\":1.10}", "p2", "{\"player\":\"p2\",\"n\":2}"),
        groups);
    // Without a group it cannot be sent: it ends where its queue puts what fails.
    assertEquals(List.of("{\"n\":3}"), receive("Unsortable").stream().map(Message::body).toList());
  }

  private void score(String player, int points, String mode) {
    String detail =
        "{\"data\":{\"player\":\"%s\",\"points\":%d,\"mode\":\"%s\"}}"
            .formatted(player, points, mode);
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(ref("Bus"))
            .source("shop")
            .detailType("score.v1")
            .detail(detail)
            .build();
    assertEquals(0, bridge.putEvents(put -> put.entries(entry)).failedEntryCount());
  }

  private int publish(String body, String tagsType, String tags, String rank) throws Exception {
    String value = tagsType.equals("Binary") ? "BinaryValue" : "StringValue";
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "Publish");
    form.put("TopicArn", ref("Scores"));
    form.put("Message", body);
    form.put("MessageAttributes.entry.1.Name", "tags");
    form.put("MessageAttributes.entry.1.Value.DataType", tagsType);
    form.put("MessageAttributes.entry.1.Value." + value, tags);
    form.put("MessageAttributes.entry.2.Name", "rank");
    form.put("MessageAttributes.entry.2.Value.DataType", "Number");
    form.put("MessageAttributes.entry.2.Value.StringValue", rank);
    HttpRequest request =
        HttpRequest.newBuilder(cloud.endpoint().resolve("/"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=LOCALTEST/20260101/us-east-1/sns/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"))))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void send(String body) {
    queues.sendMessage(message -> message.queueUrl(ref("Unsorted")).messageBody(body));
  }

  private List<Message> receive(String queue) {
    return queues
        .receiveMessage(
            receive ->
                receive
                    .queueUrl(ref(queue))
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .waitTimeSeconds(1))
        .messages();
  }

  private String ref(String logicalId) {
    return cloud.stack().find(logicalId).orElseThrow().ref();
  }
}
