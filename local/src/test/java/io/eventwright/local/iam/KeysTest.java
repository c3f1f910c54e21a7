package io.eventwright.local.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.template.Parameters;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is encrypted with a customer's key needs the key too, of whoever does it. */
class KeysTest {

  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";
  private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/bus/orders";

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                - { Sid: Account, Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }
                - Sid: Rules
                  Effect: Allow
                  Principal: { Service: events.amazonaws.com }
                  Action: [kms:Decrypt, kms:GenerateDataKey]
                  Resource: "*"
                  Condition:
                    StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
                    ArnLike: { aws:SourceArn: !Sub "arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/bus/*" }
                - Sid: Logs
                  Effect: Allow
                  Principal: { Service: !Sub "logs.${AWS::Region}.amazonaws.com" }
                  Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"]
                  Resource: "*"
                  Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": !Sub "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/ours/*" } }
        Log:
          Type: AWS::DynamoDB::Table
          Properties:
            TableName: log
            AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }]
            KeySchema: [{ AttributeName: pk, KeyType: HASH }]
            SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn }
        Orders:
          Type: AWS::SQS::Queue
          Properties: { QueueName: orders, KmsMasterKeyId: !Ref Key }
        Plain:
          Type: AWS::SQS::Queue
          Properties: { QueueName: plain }
        Policy:
          Type: AWS::SQS::QueuePolicy
          Properties:
            Queues: [!Ref Orders, !Ref Plain]
            PolicyDocument:
              Statement:
                - { Effect: Allow, Principal: { Service: [events.amazonaws.com, sns.amazonaws.com] }, Action: sqs:SendMessage, Resource: "*" }
        Files:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: files
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Key.Arn } }
        Group:
          Type: AWS::Logs::LogGroup
          Properties: { LogGroupName: /GROUP/worker, KmsKeyId: !GetAtt Key.Arn }
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
            Policies:
              - PolicyName: needs
                PolicyDocument:
                  Statement:
                    - { Sid: Do, Effect: Allow, Action: ["dynamodb:*", "sqs:*", "s3:*"], Resource: "*" }
                    - Sid: Read
                      Effect: Allow
                      Action: [DECRYPT]
                      Resource: !GetAtt Key.Arn
                      Condition: { StringEquals: { "kms:ViaService": !Sub "SERVICE.${AWS::Region}.amazonaws.com" } }
        Worker:
          Type: AWS::Serverless::Function
          Properties: { Handler: w, Role: !GetAtt Role.Arn }
      """;

  @ParameterizedTest
  @CsvSource({
    "kms:Decrypt, dynamodb, dynamodb:PutItem, arn:aws:dynamodb:us-east-1:000000000000:table/log, ''",
    "kms:Decrypt, sqs, dynamodb:PutItem, arn:aws:dynamodb:us-east-1:000000000000:table/log, kms:Decrypt",
    "kms:Encrypt, dynamodb, dynamodb:Query, arn:aws:dynamodb:us-east-1:000000000000:table/log/index/outbox, kms:Decrypt",
    "kms:Encrypt, dynamodb, dynamodb:GetRecords, arn:aws:dynamodb:us-east-1:000000000000:table/log/stream/1, kms:Decrypt",
    "kms:Encrypt, dynamodb, dynamodb:DescribeTable, arn:aws:dynamodb:us-east-1:000000000000:table/log, ''",
    "kms:Decrypt, sqs, sqs:ReceiveMessage, arn:aws:sqs:us-east-1:000000000000:orders, ''",
    "kms:Decrypt, sqs, sqs:SendMessage, arn:aws:sqs:us-east-1:000000000000:orders, kms:GenerateDataKey",
    "kms:Encrypt, sqs, sqs:SendMessage, arn:aws:sqs:us-east-1:000000000000:plain, ''",
    "kms:Decrypt, s3, s3:GetObject, arn:aws:s3:::files/a/b, ''",
    "kms:Decrypt, s3, s3:PutObject, arn:aws:s3:::files/a/b, kms:GenerateDataKey",
    "kms:GenerateDataKey, s3, s3:PutObject, arn:aws:s3:::files/a/b, ''",
  })
  void aRoleNeedsTheKeyThroughTheServiceThatItCalls(
      String allowed, String service, String action, String resource, String refused) {
    Permissions permissions = permissions(template(allowed, service, "ours"));
    if (refused.isEmpty()) {
      permissions.require(worker(), action, resource);
      return;
    }
    AwsFault fault =
        assertThrows(AwsFault.class, () -> permissions.require(worker(), action, resource));
    assertTrue(
        String.valueOf(fault.getMessage())
            .contains("is not authorized to perform: " + refused + " on resource: arn:aws:kms:"),
        fault.getMessage());
  }

  @Test
  void aServiceNeedsTheKeysOwnPolicy() {
    Permissions permissions = permissions(template("kms:Decrypt", "sqs", "ours"));
    String orders = "arn:aws:sqs:us-east-1:000000000000:orders";
    assertTrue(permissions.allowsService("events.amazonaws.com", RULE, "sqs:SendMessage", orders));
    // The queue lets it in, and the key does not.
    assertFalse(
        permissions.allowsService(
            "events.amazonaws.com", RULE.replace("bus", "other"), "sqs:SendMessage", orders));
    String topic = "arn:aws:sns:us-east-1:000000000000:topic";
    assertFalse(permissions.allowsService("sns.amazonaws.com", topic, "sqs:SendMessage", orders));
    assertTrue(
        permissions.allowsService(
            "sns.amazonaws.com", topic, "sqs:SendMessage", orders.replace("orders", "plain")));
  }

  @Test
  void whereTheKeyLetsNotTheAccountDecideNoRoleCounts() {
    String template =
        template("kms:Decrypt", "sqs", "ours")
            .replace("Effect: Allow, Principal: { AWS: ", "Effect: Deny, Principal: { AWS: ");
    Permissions permissions = permissions(template);
    assertThrows(
        AwsFault.class,
        () ->
            permissions.require(
                worker(), "sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:000000000000:orders"));
  }

  @Test
  void aKeyThatIsKeptElsewhereHasAPolicyThatIsNotSeenHere() {
    String template =
        template("kms:Decrypt", "sqs", "ours")
            .replace(
                "Resources:\n  Key:",
                "Parameters:\n  EncryptionKeyArn: { Type: String }\nResources:\n  Key:")
            .replace("KmsMasterKeyId: !Ref Key", "KmsMasterKeyId: !Ref EncryptionKeyArn");
    Permissions permissions = permissions(template);
    String orders = "arn:aws:sqs:us-east-1:000000000000:orders";
    assertTrue(permissions.allowsService("sns.amazonaws.com", RULE, "sqs:SendMessage", orders));
    // A role's policy is seen, and speaks of another key.
    assertThrows(AwsFault.class, () -> permissions.require(worker(), "sqs:ReceiveMessage", orders));
  }

  @Test
  void whatAnEventSourceLacksIsToldByItsName() {
    Permissions permissions = permissions(template("kms:Encrypt", "sqs", "ours"));
    String role = "arn:aws:iam::000000000000:role/test-Role";
    String lacking =
        permissions.lacking(
            role, "sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:000000000000:orders");
    assertTrue(lacking != null && lacking.startsWith("kms:Decrypt on arn:aws:kms:"), lacking);
    assertNull(
        permissions.lacking(
            role, "sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:000000000000:plain"));
  }

  @Test
  void aLogGroupThatTheKeyDoesNotAdmitIsAProblemOfTheTemplate() {
    Problems problems = new Problems("template.yaml");
    Permissions.of(stack(template("kms:Decrypt", "sqs", "theirs"), problems), line -> {});
    Exception found = assertThrows(Exception.class, problems::throwIfAny);
    assertTrue(
        String.valueOf(found.getMessage()).contains("error [missing-permission] Group"),
        found.getMessage());
    assertTrue(String.valueOf(found.getMessage()).contains("needs kms:Encrypt"));
  }

  @Test
  void whatWasUsedOfTheKeyIsTold() {
    Permissions permissions = permissions(template("kms:Decrypt", "sqs", "ours"));
    permissions.require(
        worker(), "sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:000000000000:orders");
    assertEquals(
        List.of("Worker Do sqs:*", "Worker Read kms:Decrypt"),
        permissions.used().stream()
            .map(line -> line.replaceFirst("^(\\S+ \\S+ \\S+) .*", "$1"))
            .sorted()
            .toList());
  }

  private static String template(String allowed, String service, String group) {
    return TEMPLATE.replace("DECRYPT", allowed).replace("SERVICE", service).replace("GROUP", group);
  }

  private static String worker() {
    return Identities.accessKeyId("arn:aws:lambda:us-east-1:000000000000:function:test-Worker");
  }

  private static Permissions permissions(String template) {
    Problems problems = new Problems("template.yaml");
    Permissions permissions = Permissions.of(stack(template, problems), line -> {});
    problems.throwIfAny();
    return permissions;
  }

  private static Stack stack(String template, Problems problems) {
    return new StackLoader(
            new StackSettings(
                "test",
                REGION,
                ACCOUNT,
                URI.create("http://localhost"),
                Parameters.of(Map.of(), REGION, ACCOUNT)),
            problems)
        .load(template);
  }
}
