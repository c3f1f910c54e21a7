package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.ConnectionCut;
import io.eventwright.local.gateway.RequestFilter;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queues, tables, streams and functions, from a template, called with AWS's own clients. */
class CloudTest {

  private Cloud cloud = TestCloud.get();
  private final DynamoDbClient tables = client(DynamoDbClient.builder());
  private final SqsClient queues = client(SqsClient.builder());
  private final LambdaClient lambda = client(LambdaClient.builder());

  CloudTest() throws Exception {}

  private <
          B extends
              software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, C>
                  & software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder<B, C>,
          C>
      C client(B builder) {
    return Clients.of(builder, cloud.endpoint(), "LOCALTEST");
  }

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);
    cloud.reset();
  }

  @Test
  void queueUrlsPointToTheEndpoint() {
    String url = queues.getQueueUrl(get -> get.queueName("test-incoming")).queueUrl();

    assertEquals(cloud.endpoint() + "/000000000000/test-incoming", url);
    assertEquals(url, cloud.stack().refs().get("Incoming"));
    assertEquals(url, cloud.stack().outputs().get("IncomingUrl"));
    assertFalse(cloud.stack().find("NotHere").isPresent());
  }

  @Test
  void aMessageReachesItsFunctionAndItsTable() throws Exception {
    send("hello");

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertEquals("1", item("Items", "hello").get("receives").n());
    assertEquals("test-Keeper", item("Items", "hello").get("function").s());
    assertTrue(TestCloud.LOG.contains("Keeper: batch of 1"), TestCloud.LOG::toString);
  }

  @Test
  void onlyFailedMessagesComeAgainAndAtTheLimitAreDeadLetters() throws Exception {
    for (String body : List.of("good", "bad", "twice")) {
      send(body);
    }

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    assertEquals("1", item("Items", "good").get("receives").n());
    assertEquals("3", item("Items", "twice").get("receives").n());
    assertEquals(List.of("bad"), bodies("DeadLetters"));
  }

  @Test
  void aSuccessfulWriteRingsTheStreamWithItsKeysOnly() throws Exception {
    put("Items", Map.of("pk", AttributeValue.fromS("a"), "x", AttributeValue.fromS("1")));
    put("Items", Map.of("pk", AttributeValue.fromS("a"), "x", AttributeValue.fromS("2")));
    TransactWriteItem refused =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(ref("Items"))
                        .item(Map.of("pk", AttributeValue.fromS("a")))
                        .conditionExpression("attribute_not_exists(pk)"))
            .build();
    assertThrows(
        TransactionCanceledException.class,
        () -> tables.transactWriteItems(write -> write.transactItems(List.of(refused))));
    tables.deleteItem(
        delete -> delete.tableName(ref("Items")).key(Map.of("pk", AttributeValue.fromS("a"))));

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    List<JsonNode> records = bodies("Rung").stream().map(Json::parse).toList();
    assertEquals(
        List.of("INSERT", "MODIFY", "REMOVE"),
        records.stream().map(rung -> rung.path("eventName").asText()).sorted().toList());
    for (JsonNode rung : records) {
      assertEquals("{\"pk\":{\"S\":\"a\"}}", rung.path("dynamodb").path("Keys").toString());
      assertFalse(rung.path("dynamodb").has("NewImage"));
    }
  }

  @Test
  void imagesAreShownAndFiltered() throws Exception {
    put(
        "Pictures",
        Map.of("pk", AttributeValue.fromS("p"), "show", AttributeValue.fromBool(false)));
    tables.updateItem(
        update ->
            update
                .tableName(ref("Pictures"))
                .key(Map.of("pk", AttributeValue.fromS("p")))
                .updateExpression("SET #s = :t")
                .expressionAttributeNames(Map.of("#s", "show"))
                .expressionAttributeValues(Map.of(":t", AttributeValue.fromBool(true))));

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    List<String> seen = bodies("Seen");
    assertEquals(1, seen.size());
    JsonNode data = Json.parse(seen.get(0)).path("dynamodb");
    assertFalse(data.at("/OldImage/show/BOOL").asBoolean(true));
    assertTrue(data.at("/NewImage/show/BOOL").asBoolean());
  }

  @Test
  void invokeGivesTheAnswerOrTheError() {
    InvokeResponse answer = invoke("{\"do\":\"echo\"}");
    InvokeResponse error = invoke("{\"do\":\"throw\"}");

    assertEquals("echo", Json.parse(answer.payload().asUtf8String()).at("/event/do").asText());
    assertEquals("Unhandled", error.functionError());
    assertEquals(
        "java.lang.IllegalStateException",
        Json.parse(error.payload().asUtf8String()).path("errorType").asText());
    assertTrue(TestCloud.LOG.contains("Behaviour: asked to throw"));
  }

  @Test
  void aFunctionOverItsTimeIsAnErrorAndItsEnvironmentIsNotUsedAgain() {
    invoke("{\"do\":\"echo\"}");
    InvokeResponse slow = invoke("{\"do\":\"sleep\",\"millis\":60000}");
    InvokeResponse next = invoke("{\"do\":\"echo\"}");

    assertTrue(slow.payload().asUtf8String().contains("Task timed out after 3.00 seconds"));
    // Others may be idle: earlier tests called it many times at once.
    assertFalse(Json.parse(next.payload().asUtf8String()).path("slept").asBoolean(true));
  }

  @Test
  void afterAResetFunctionsStartAnew() throws Exception {
    invoke("{\"do\":\"sleep\",\"millis\":1}");
    JsonNode warm = Json.parse(invoke("{\"do\":\"echo\"}").payload().asUtf8String());
    cloud.reset();
    JsonNode cold = Json.parse(invoke("{\"do\":\"echo\"}").payload().asUtf8String());

    assertEquals(2, warm.path("calls").asInt());
    assertTrue(warm.path("slept").asBoolean());
    assertEquals(1, cold.path("calls").asInt());
    assertFalse(cold.path("slept").asBoolean(true));
  }

  @Test
  void anAsynchronousInvocationIsTriedThreeTimesAndThenTold() throws Exception {
    lambda.invoke(
        invoke ->
            invoke
                .functionName("test-Behaviour")
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String("{\"do\":\"throw\"}")));

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));

    JsonNode told = Json.parse(bodies("Failures").get(0));
    assertEquals(3, told.at("/requestContext/approximateInvokeCount").asInt());
    assertEquals("RetriesExhausted", told.at("/requestContext/condition").asText());
    assertEquals("throw", told.at("/requestPayload/do").asText());
  }

  @Test
  void aMappingIsPausedAndResumedNotAtOnceAndTakesNoOtherOrderOnTheWay() throws Exception {
    EventSourceMappingConfiguration mapping =
        lambda
            .listEventSourceMappings(list -> list.eventSourceArn(arn("Incoming")))
            .eventSourceMappings()
            .get(0);
    assertEquals("Enabled", mapping.state());
    try {
      assertEquals("Disabling", turn(mapping, false).state());
      // It is a third of a second on its way: refused then, and taken as done afterwards.
      try {
        turn(mapping, true);
      } catch (ResourceInUseException onItsWay) {
        assertEquals(400, onItsWay.statusCode());
      }
      assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
      turnTo(mapping, false);
      send("waits");
      assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), "a paused source does not count");
      assertEquals(1, cloud.depth("Incoming"));
    } finally {
      turnTo(mapping, true);
    }
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    assertEquals(0, cloud.depth("Incoming"));
  }

  private UpdateEventSourceMappingResponse turn(
      EventSourceMappingConfiguration mapping, boolean on) {
    return lambda.updateEventSourceMapping(update -> update.uuid(mapping.uuid()).enabled(on));
  }

  private void turnTo(EventSourceMappingConfiguration mapping, boolean on) throws Exception {
    String wanted = on ? "Enabled" : "Disabled";
    while (!lambda.getEventSourceMapping(get -> get.uuid(mapping.uuid())).state().equals(wanted)) {
      try {
        turn(mapping, on);
      } catch (ResourceInUseException onItsWay) {
        Thread.sleep(20);
      }
    }
  }

  private String arn(String logicalId) {
    return cloud.stack().find(logicalId).orElseThrow().arn();
  }

  @Test
  void faultsAreInjectedInFrontOfTheServices() throws Exception {
    AtomicInteger puts = new AtomicInteger();
    try (RequestFilter.Placed injected =
        cloud.filter(
            (request, next) -> {
              if (!request.operation().equals("PutItem")) {
                return next.handle(request);
              }
              return switch (puts.incrementAndGet()) {
                case 1 -> throw new AwsFault(400, "ThrottlingException", "slower");
                case 2 -> {
                  next.handle(request);
                  throw new ConnectionCut();
                }
                default -> next.handle(request);
              };
            })) {
      Objects.requireNonNull(injected);
      put("Items", Map.of("pk", AttributeValue.fromS("fault")));
    }

    assertEquals(3, puts.get());
    assertFalse(item("Items", "fault").isEmpty());
  }

  @Test
  void invokingFromTheJvmNeedsNoClient() throws Exception {
    InvocationResult result =
        cloud.invoke("Behaviour", "{\"do\":\"echo\"}".getBytes(StandardCharsets.UTF_8));

    assertFalse(result.failed());
    assertThrows(IllegalArgumentException.class, () -> cloud.invoke("Nobody", new byte[0]));
  }

  private InvokeResponse invoke(String payload) {
    return lambda.invoke(
        invoke -> invoke.functionName("test-Behaviour").payload(SdkBytes.fromUtf8String(payload)));
  }

  private void send(String body) {
    queues.sendMessage(send -> send.queueUrl(ref("Incoming")).messageBody(body));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    tables.putItem(put -> put.tableName(ref(table)).item(item));
  }

  private Map<String, AttributeValue> item(String table, String key) {
    return tables
        .getItem(get -> get.tableName(ref(table)).key(Map.of("pk", AttributeValue.fromS(key))))
        .item();
  }

  private List<String> bodies(String queue) {
    return queues
        .receiveMessage(
            receive -> receive.queueUrl(ref(queue)).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private String ref(String logicalId) {
    return Objects.requireNonNull(cloud.stack().refs().get(logicalId));
  }
}
