package io.eventwright.local.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import io.eventwright.local.template.TemplateException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function is held to its role, a service to the policy of what it reaches. */
class PermissionsTest {

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Log:
          Type: AWS::DynamoDB::Table
          Properties:
            TableName: log
            AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
            KeySchema: [{ AttributeName: pk, KeyType: HASH }, { AttributeName: sk, KeyType: RANGE }]
            GlobalSecondaryIndexes:
              - IndexName: outbox
                KeySchema: [{ AttributeName: hour, KeyType: HASH }]
        Orders:
          Type: AWS::SQS::Queue
          Properties: { QueueName: orders }
        OrdersPolicy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders]
            PolicyDocument:
              Statement:
                - Sid: OnlyTheRule
                  Effect: Allow
                  Principal: { Service: events.amazonaws.com }
                  Action: sqs:SendMessage
                  Resource: !GetAtt Orders.Arn
                  Condition: { ArnEquals: { aws:SourceArn: "arn:aws:events:us-east-1:000000000000:rule/bus/orders" } }
                - Sid: OnlyWithTls
                  Effect: Deny
                  Principal: "*"
                  Action: sqs:*
                  Resource: !GetAtt Orders.Arn
                  Condition: { Bool: { aws:SecureTransport: "false" } }
                - Sid: NeverPurged
                  Effect: Deny
                  Principal: "*"
                  Action: sqs:PurgeQueue
                  Resource: !GetAtt Orders.Arn
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
            Policies:
              - PolicyName: needs
                PolicyDocument:
                  Statement:
                    - Sid: Versions
                      Effect: Allow
                      Action: [dynamodb:PutItem, dynamodb:Query]
                      Resource: !GetAtt Log.Arn
                      Condition: { "ForAllValues:StringLike": { dynamodb:LeadingKeys: ["wallet#*"] } }
                    - Sid: Marks
                      Effect: Allow
                      Action: dynamodb:UpdateItem
                      Resource: !GetAtt Log.Arn
                      Condition: { "ForAllValues:StringEquals": { dynamodb:Attributes: [pk, sk, published] } }
                    - { Sid: Queue, Effect: Allow, Action: "sqs:*", Resource: !GetAtt Orders.Arn }
                    - Sid: Publish
                      Effect: Allow
                      Action: events:PutEvents
                      Resource: !Sub "arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/bus"
                      Condition: { StringEquals: { events:source: arcade } }
        Worker:
          Type: AWS::Serverless::Function
          Properties: { FunctionName: worker, Handler: a.B, Role: !GetAtt Role.Arn }
      """;

  private final Permissions permissions = Permissions.of(stack(TEMPLATE), line -> {});

  private static Stack stack(String template) {
    Problems problems = new Problems("template.yaml");
    Stack stack =
        new StackLoader(
                new StackSettings(
                    "test", "us-east-1", "000000000000", URI.create("http://localhost"), Map.of()),
                problems)
            .load(template);
    problems.throwIfAny();
    return stack;
  }

  private boolean allowed(String caller, String target, String service, String body) {
    try {
      AwsResponse answer =
          permissions.filter(
              AwsRequest.json(target, service, caller, Json.parse(body)),
              request -> AwsResponse.ok(Json.object()));
      return answer.succeeded();
    } catch (AwsFault e) {
      assertEquals("AccessDeniedException", e.code());
      assertTrue(String.valueOf(e.getMessage()).contains(":assumed-role/"), e.getMessage());
      return false;
    } catch (java.io.IOException | InterruptedException e) {
      return Assertions.fail(e);
    }
  }

  private static String worker() {
    return Identities.accessKeyId("arn:aws:lambda:us-east-1:000000000000:function:worker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | PutItem | {'TableName':'log','Item':{'pk':{'S':'wallet#1'}}}",
        "false | PutItem | {'TableName':'log','Item':{'pk':{'S':'inventory#1'}}}",
        "false | PutItem | {'TableName':'other','Item':{'pk':{'S':'wallet#1'}}}",
        "false | GetItem | {'TableName':'log','Key':{'pk':{'S':'wallet#1'}}}",
        "false | Scan    | {'TableName':'log'}",
        "true  | UpdateItem | {'TableName':'log','Key':{'pk':{'S':'wallet#1'},'sk':{'S':'#outbox'}},"
            + "'UpdateExpression':'SET #p = :v','ConditionExpression':'attribute_not_exists(#p) OR #p < :v',"
            + "'ExpressionAttributeNames':{'#p':'published'}}",
        "false | UpdateItem | {'TableName':'log','Key':{'pk':{'S':'wallet#1'},'sk':{'S':'v1'}},"
            + "'UpdateExpression':'SET #s = :v','ExpressionAttributeNames':{'#s':'state'}}",
        "false | UpdateItem | {'TableName':'log','Key':{'pk':{'S':'wallet#1'},'sk':{'S':'v1'}},"
            + "'UpdateExpression':'SET published = :v REMOVE events'}",
        "true  | Query   | {'TableName':'log','KeyConditionExpression':'#p = :p AND sk > :s',"
            + "'ExpressionAttributeNames':{'#p':'pk'},"
            + "'ExpressionAttributeValues':{':p':{'S':'wallet#1'},':s':{'S':'v'}}}",
        "false | Query   | {'TableName':'log','KeyConditionExpression':'pk = :p',"
            + "'ExpressionAttributeValues':{':p':{'S':'inventory#1'}}}",
        "false | Query   | {'TableName':'log','IndexName':'outbox','KeyConditionExpression':'h = :h',"
            + "'ExpressionAttributeValues':{':h':{'S':'wallet#'}}}",
        "true  | TransactWriteItems | {'TransactItems':[{'Put':{'TableName':'log',"
            + "'Item':{'pk':{'S':'wallet#1'}}}}]}",
        "false | TransactWriteItems | {'TransactItems':[{'Put':{'TableName':'log',"
            + "'Item':{'pk':{'S':'wallet#1'}}}},{'Delete':{'TableName':'log',"
            + "'Key':{'pk':{'S':'wallet#1'}}}}]}",
      })
  void aTablesCallIsReadItemByItem(boolean expected, String operation, String body) {
    assertEquals(
        expected,
        allowed(
            worker(),
            "DynamoDB_20120810." + operation.strip(),
            "dynamodb",
            body.strip().replace('\'', '"')));
  }

  @Test
  void aDenialOfTheResourceWinsOverTheRole() {
    String body = "{\"QueueUrl\":\"http://localhost/000000000000/orders\"}";
    assertTrue(allowed(worker(), "AmazonSQS.ReceiveMessage", "sqs", body));
    assertFalse(allowed(worker(), "AmazonSQS.PurgeQueue", "sqs", body));
  }

  @Test
  void everyEntryOfACallMustBeAllowed() {
    String ours = "{\"EventBusName\":\"bus\",\"Source\":\"arcade\"}";
    String other = "{\"EventBusName\":\"bus\",\"Source\":\"payments\"}";
    assertTrue(allowed(worker(), "AWSEvents.PutEvents", "events", "{\"Entries\":[" + ours + "]}"));
    assertFalse(
        allowed(
            worker(),
            "AWSEvents.PutEvents",
            "events",
            "{\"Entries\":[" + ours + "," + other + "]}"));
  }

  @Test
  void whatNoTableTellsOfIsRefusedToAFunctionAndNotToATest() {
    assertFalse(allowed(worker(), "Unheard.Of", "unheard", "{}"));
    assertTrue(allowed("LOCALTEST", "Unheard.Of", "unheard", "{}"));
  }

  @Test
  void aServiceReachesAQueueForTheRuleThatItsPolicyNames() {
    String queue = "arn:aws:sqs:us-east-1:000000000000:orders";
    String rules = "arn:aws:events:us-east-1:000000000000:rule/bus/";
    String send = "sqs:SendMessage";
    assertTrue(permissions.allowsService("events.amazonaws.com", rules + "orders", send, queue));
    assertFalse(permissions.allowsService("events.amazonaws.com", rules + "others", send, queue));
    assertFalse(permissions.allowsService("sns.amazonaws.com", rules + "orders", send, queue));
  }

  @Test
  void whatWasUsedIsToldByTheStatementThatAllowedIt() {
    allowed(
        worker(),
        "DynamoDB_20120810.PutItem",
        "dynamodb",
        "{\"TableName\":\"log\",\"Item\":{\"pk\":{\"S\":\"wallet#1\"}}}");
    String log = " arn:aws:dynamodb:us-east-1:000000000000:table/log wallet#*";
    assertEquals(
        List.of("Worker Versions dynamodb:PutItem" + log), List.copyOf(permissions.used()));
    assertTrue(permissions.granted().contains("Worker Versions dynamodb:Query" + log));
  }

  @Test
  void aPolicyThatCannotBeEvaluatedIsAProblemAndNotSilence() {
    String template = TEMPLATE.replace("StringEquals: { events", "DateLessThan: { events");
    Problems problems = new Problems("template.yaml");
    Stack stack =
        new StackLoader(
                new StackSettings(
                    "test", "us-east-1", "000000000000", URI.create("http://localhost"), Map.of()),
                problems)
            .load(template);
    Permissions.of(stack, line -> {});
    TemplateException refused =
        Assertions.assertThrows(TemplateException.class, problems::throwIfAny);
    assertTrue(String.valueOf(refused.getMessage()).contains("DateLessThan"), refused.getMessage());
  }
}
