package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Zero trust: no function and no state machine reaches what is not its own, each by the role of the
 * template.
 */
@LocalCloudTest
class Z_ZeroTrustTest {

  @TestFactory
  Stream<DynamicTest> noFunctionReachesWhatIsNotItsOwn(LocalCloud cloud) {
    return cloud.resources().keySet().stream()
        .filter(id -> id.endsWith("Function") || id.endsWith("StateMachine"))
        .map(
            function ->
                DynamicTest.dynamicTest(function, () -> refusedEverything(cloud, function)));
  }

  private static void refusedEverything(LocalCloud cloud, String function) {
    Map<String, Executable> attempts = attempts(cloud, function);
    assertEquals(13, attempts.size());
    assertAll(
        attempts.entrySet().stream()
            .map(
                attempt ->
                    () -> {
                      AwsServiceException refused =
                          assertThrows(
                              AwsServiceException.class, attempt.getValue(), attempt.getKey());
                      assertEquals(
                          "AccessDeniedException",
                          refused.awsErrorDetails().errorCode(),
                          attempt.getKey());
                    }));
  }

  /** What no function of this system has a reason to do. */
  private static Map<String, Executable> attempts(LocalCloud cloud, String function) {
    DynamoDbClient tables = as(cloud, function, DynamoDbClient.builder());
    SqsClient queues = as(cloud, function, SqsClient.builder());
    EventBridgeClient buses = as(cloud, function, EventBridgeClient.builder());
    String log = cloud.name("LogTable");
    Map<String, AttributeValue> stranger =
        Map.of("pk", AttributeValue.fromS("stranger#1"), "sk", AttributeValue.fromS("v1"));
    Map<String, Executable> attempts = new LinkedHashMap<>();
    attempts.put("scan the log", () -> tables.scan(scan -> scan.tableName(log)));
    attempts.put(
        "delete a version", () -> tables.deleteItem(item -> item.tableName(log).key(stranger)));
    attempts.put(
        "write another entity's version",
        () -> tables.putItem(item -> item.tableName(log).item(stranger)));
    attempts.put(
        "rewrite a version that there is",
        () ->
            tables.updateItem(
                item ->
                    item.tableName(log)
                        .key(
                            Map.of(
                                "pk", AttributeValue.fromS("wallet#p-1"),
                                "sk", AttributeValue.fromS("v0000000000000000001")))
                        .updateExpression("SET #state = :state")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(
                            Map.of(":state", AttributeValue.fromS("{\"balance\":1000000}")))));
    attempts.put("drop the log", () -> tables.deleteTable(table -> table.tableName(log)));
    attempts.put(
        "write another worker's inbox",
        () ->
            tables.putItem(
                item ->
                    item.tableName(cloud.name("InboxTable"))
                        .item(Map.of("pk", AttributeValue.fromS("stranger#arcade#1")))));
    attempts.put(
        "close a breaker that it does not share",
        () ->
            tables.putItem(
                item ->
                    item.tableName(cloud.name("ControlTable"))
                        .item(Map.of("pk", AttributeValue.fromS("breaker#stranger")))));
    attempts.put(
        "read the quarantine",
        () -> queues.receiveMessage(message -> message.queueUrl(cloud.ref("QuarantineQueue"))));
    attempts.put(
        "empty the quarantine",
        () -> queues.purgeQueue(queue -> queue.queueUrl(cloud.ref("QuarantineQueue"))));
    attempts.put(
        "forge a dead letter of the saga",
        () ->
            queues.sendMessage(
                message ->
                    message.queueUrl(cloud.ref("PurchaseDeadLetterQueue")).messageBody("{}")));
    SfnClient machines = as(cloud, function, SfnClient.builder());
    attempts.put(
        "begin a saga of its own",
        () ->
            machines.startExecution(
                start -> start.stateMachineArn(cloud.ref("PurchaseStateMachine")).input("{}")));
    LambdaClient functions = as(cloud, function, LambdaClient.builder());
    attempts.put(
        "stop what feeds another",
        () ->
            functions.updateEventSourceMapping(
                update -> update.uuid(cloud.ref("CreditWalletFunctionQueue")).enabled(false)));
    PutEventsRequestEntry forged =
        PutEventsRequestEntry.builder().source("arcade").detailType("x.v1").detail("{}").build();
    attempts.put("publish to another bus", () -> buses.putEvents(put -> put.entries(forged)));
    return attempts;
  }

  private static <B extends AwsClientBuilder<B, C>, C extends SdkClient> C as(
      LocalCloud cloud, String function, B builder) {
    return builder
        .endpointOverride(URI.create(cloud.endpoint().toString()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(cloud.accessKeyId(function), "local")))
        .build();
  }
}
