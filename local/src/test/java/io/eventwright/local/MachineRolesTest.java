package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.sample.Clients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** A state machine does what its role allows, whatever it calls and whichever way. */
class MachineRolesTest {

  private final Cloud cloud = TestCloud.get();
  private final SfnClient machines = Clients.of(SfnClient.builder(), cloud.endpoint(), "LOCALTEST");

  MachineRolesTest() throws Exception {}

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    cloud.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "start, states:StartExecution, StepFunctions.AWSStepFunctionsException",
    "await, states:StartExecution, StepFunctions.AWSStepFunctionsException",
    "sdk-start, states:StartExecution, Sfn.SfnException",
    "put, dynamodb:PutItem, DynamoDB.AccessDeniedException",
    "sdk-put, dynamodb:PutItem, DynamoDb.AccessDeniedException",
    "send, sqs:SendMessage, SQS.AccessDeniedException",
    "publish, events:PutEvents, EventBridge.AccessDeniedException",
    "invoke, lambda:InvokeFunction, Lambda.AWSLambdaException",
    "function, lambda:InvokeFunction, Lambda.AWSLambdaException",
  })
  void aTaskNeedsItsMachinesRole(String task, String action, String error) throws Exception {
    assertEquals("SUCCEEDED", run("Able", task).statusAsString());

    DescribeExecutionResponse refused = run("Unable", task);
    assertEquals(error, refused.error());
    assertTrue(refused.cause().contains("is not authorized to perform: " + action), refused::cause);
  }

  @Test
  void toWaitForAnotherExecutionIsMoreThanToStartIt() throws Exception {
    assertEquals("SUCCEEDED", run("Starter", "start").statusAsString());

    String inner = cloud.stack().find("Inner").orElseThrow().ref();
    int before = machines.listExecutions(list -> list.stateMachineArn(inner)).executions().size();
    DescribeExecutionResponse refused = run("Starter", "await");
    assertTrue(refused.cause().contains("events:DescribeRule"), refused::cause);
    assertEquals(
        before,
        machines.listExecutions(list -> list.stateMachineArn(inner)).executions().size(),
        "refused before it was started");
  }

  @Test
  void whatAMachineUsedIsTold() throws Exception {
    run("Starter", "start");
    String inner = cloud.stack().find("Inner").orElseThrow().ref();
    assertTrue(
        cloud.permissions().used().contains("Starter Start states:StartExecution " + inner),
        () -> cloud.permissions().used().toString());
  }

  private DescribeExecutionResponse run(String machine, String task) throws Exception {
    String arn =
        machines
            .startExecution(
                start ->
                    start
                        .stateMachineArn(cloud.stack().find(machine).orElseThrow().ref())
                        .input("{\"do\":\"" + task + "\"}"))
            .executionArn();
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);
    return machines.describeExecution(get -> get.executionArn(arn));
  }
}
