package io.eventwright.local.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a resource type is called, from AWS's resource reference. The placeholders are {@code
 * {name}}, {@code {region}}, {@code {account}}, {@code {endpoint}}, {@code {id}} (a UUID made of
 * the logical id) and {@code {bus}}.
 *
 * @param type the CloudFormation type
 * @param nameProperty the property that gives its name; null if it cannot be named
 * @param arn its ARN
 * @param ref what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, {@code Arn} where AWS has it
 */
record ResourceType(
    String type,
    @Nullable String nameProperty,
    String arn,
    String ref,
    Map<String, String> attributes) {

  private static final String NAME = "{name}";

  static final Map<String, ResourceType> KNOWN =
      Stream.of(
              named("AWS::Serverless::HttpApi", "Name", arn("execute-api", NAME))
                  .refers(NAME)
                  .with("ApiId", NAME)
                  .with("ApiEndpoint", "{endpoint}"),
              named("AWS::Serverless::Api", "Name", arn("execute-api", NAME))
                  .refers(NAME)
                  .with("RootResourceId", "{id}"),
              named("AWS::S3::Bucket", "BucketName", "arn:aws:s3:::{name}")
                  .refers(NAME)
                  .with("Arn", "arn:aws:s3:::{name}")
                  .with("DomainName", "{name}.s3.amazonaws.com"),
              unnamed("AWS::S3::BucketPolicy"),
              unnamed("EventwrightLocal::HttpRoute"),
              unnamed("EventwrightLocal::RestRoute"),
              new ResourceType(
                  "AWS::KMS::Key",
                  null,
                  arn("kms", "key/{id}"),
                  "{id}",
                  Map.of("Arn", arn("kms", "key/{id}"), "KeyId", "{id}")),
              named("AWS::KMS::Alias", "AliasName", arn("kms", NAME)),
              named("AWS::SQS::Queue", "QueueName", arn("sqs", NAME))
                  .refers("{endpoint}/{account}/{name}")
                  .with("Arn", arn("sqs", NAME))
                  .with("QueueName", NAME)
                  .with("QueueUrl", "{endpoint}/{account}/{name}"),
              unnamed("AWS::SQS::QueuePolicy"),
              named("AWS::DynamoDB::Table", "TableName", arn("dynamodb", "table/{name}"))
                  .with("Arn", arn("dynamodb", "table/{name}"))
                  .with(
                      "StreamArn", arn("dynamodb", "table/{name}/stream/2026-01-01T00:00:00.000")),
              named("AWS::Kinesis::Stream", "Name", arn("kinesis", "stream/{name}"))
                  .with("Arn", arn("kinesis", "stream/{name}")),
              named("AWS::Events::EventBus", "Name", arn("events", "event-bus/{name}"))
                  .with("Arn", arn("events", "event-bus/{name}"))
                  .with("Name", NAME),
              unnamed("AWS::Events::EventBusPolicy"),
              named("AWS::Events::Rule", "Name", arn("events", "rule/{bus}{name}"))
                  .with("Arn", arn("events", "rule/{bus}{name}")),
              named("AWS::Events::Archive", "ArchiveName", arn("events", "archive/{name}"))
                  .with("Arn", arn("events", "archive/{name}"))
                  .with("ArchiveName", NAME),
              named("AWS::AppSync::Api", "Name", arn("appsync", "apis/event-api"))
                  .refers(arn("appsync", "apis/event-api"))
                  .with("ApiArn", arn("appsync", "apis/event-api"))
                  .with("ApiId", "event-api")
                  .with("Dns.Http", "event-api.appsync-api.{region}.amazonaws.com")
                  .with("Dns.Realtime", "event-api.appsync-realtime-api.{region}.amazonaws.com"),
              named(
                      "AWS::AppSync::ChannelNamespace",
                      "Name",
                      arn("appsync", "apis/event-api/channelNamespace/{name}"))
                  .refers(arn("appsync", "apis/event-api/channelNamespace/{name}"))
                  .with(
                      "ChannelNamespaceArn",
                      arn("appsync", "apis/event-api/channelNamespace/{name}")),
              named("AWS::Lambda::Function", "FunctionName", arn("lambda", "function:{name}"))
                  .with("Arn", arn("lambda", "function:{name}")),
              unnamed("AWS::Lambda::Permission"),
              unnamed("AWS::Lambda::EventInvokeConfig"),
              unnamed("AWS::Lambda::EventSourceMapping")
                  .refers("{id}")
                  .with("Id", "{id}")
                  .with("EventSourceMappingArn", arn("lambda", "event-source-mapping:{id}")),
              named(
                      "AWS::StepFunctions::StateMachine",
                      "StateMachineName",
                      arn("states", "stateMachine:{name}"))
                  .refers(arn("states", "stateMachine:{name}"))
                  .with("Arn", arn("states", "stateMachine:{name}"))
                  .with("Name", NAME),
              named("AWS::ECS::Cluster", "ClusterName", arn("ecs", "cluster/{name}"))
                  .refers(NAME)
                  .with("Arn", arn("ecs", "cluster/{name}")),
              // Every deployment is the first here.
              named("AWS::ECS::TaskDefinition", "Family", arn("ecs", "task-definition/{name}"))
                  .refers(arn("ecs", "task-definition/{name}:1"))
                  .with("TaskDefinitionArn", arn("ecs", "task-definition/{name}:1")),
              named("AWS::EC2::SecurityGroup", "GroupName", "sg-{id}")
                  .refers("sg-{id}")
                  .with("GroupId", "sg-{id}"),
              named("AWS::IAM::Role", "RoleName", "arn:aws:iam::{account}:role/{name}")
                  .with("Arn", "arn:aws:iam::{account}:role/{name}")
                  .with("RoleId", "{id}"),
              named("AWS::IAM::Policy", "PolicyName", NAME),
              named(
                      "AWS::IAM::ManagedPolicy",
                      "ManagedPolicyName",
                      "arn:aws:iam::{account}:policy/{name}")
                  .refers("arn:aws:iam::{account}:policy/{name}"),
              named("AWS::Logs::LogGroup", "LogGroupName", arn("logs", "log-group:{name}:*"))
                  .with("Arn", arn("logs", "log-group:{name}:*")),
              unnamed("AWS::Logs::MetricFilter"),
              named("AWS::CloudWatch::Alarm", "AlarmName", arn("cloudwatch", "alarm:{name}"))
                  .with("Arn", arn("cloudwatch", "alarm:{name}")),
              named(
                  "AWS::CloudWatch::Dashboard",
                  "DashboardName",
                  "arn:aws:cloudwatch::{account}:dashboard/{name}"),
              named("AWS::SNS::Topic", "TopicName", arn("sns", NAME))
                  .refers(arn("sns", NAME))
                  .with("TopicArn", arn("sns", NAME))
                  .with("TopicName", NAME),
              unnamed("AWS::SNS::TopicPolicy"),
              unnamed("AWS::SNS::Subscription")
                  .refers(arn("sns", "subscription:{id}"))
                  .with("Arn", arn("sns", "subscription:{id}")),
              named("AWS::Pipes::Pipe", "Name", arn("pipes", "pipe/{name}"))
                  .with("Arn", arn("pipes", "pipe/{name}"))
                  .with("CurrentState", "RUNNING"),
              named("AWS::Scheduler::Schedule", "Name", arn("scheduler", "schedule/default/{name}"))
                  .with("Arn", arn("scheduler", "schedule/default/{name}")),
              named(
                      "AWS::EventSchemas::Registry",
                      "RegistryName",
                      arn("schemas", "registry/{name}"))
                  .with("RegistryArn", arn("schemas", "registry/{name}"))
                  .with("RegistryName", NAME),
              named("AWS::EventSchemas::Schema", "SchemaName", arn("schemas", "schema/{name}"))
                  .refers(arn("schemas", "schema/{name}"))
                  .with("SchemaArn", arn("schemas", "schema/{name}"))
                  .with("SchemaName", NAME)
                  .with("SchemaVersion", "1"))
          .collect(Collectors.toMap(ResourceType::type, resourceType -> resourceType));

  /** Types that exist only in SAM; the transform replaces them. */
  static final List<String> SAM =
      List.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine");

  private static ResourceType named(String type, String nameProperty, String arn) {
    return new ResourceType(type, nameProperty, arn, NAME, Map.of());
  }

  private static ResourceType unnamed(String type) {
    return new ResourceType(type, null, NAME, NAME, Map.of());
  }

  private static String arn(String service, String rest) {
    return "arn:aws:" + service + ":{region}:{account}:" + rest;
  }

  private ResourceType refers(String pattern) {
    return new ResourceType(type, nameProperty, arn, pattern, attributes);
  }

  private ResourceType with(String attribute, String pattern) {
    Map<String, String> more =
        Stream.concat(attributes.entrySet().stream(), Stream.of(Map.entry(attribute, pattern)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ResourceType(type, nameProperty, arn, ref, more);
  }
}
