package io.eventwright.local;

import io.eventwright.local.api.ApiDefinition;
import io.eventwright.local.api.RouteDefinition;
import io.eventwright.local.appsync.EventApiDefinition;
import io.eventwright.local.appsync.Namespace;
import io.eventwright.local.container.TaskDefinition;
import io.eventwright.local.dynamodb.TableDefinition;
import io.eventwright.local.events.ArchiveDefinition;
import io.eventwright.local.events.RuleDefinition;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.kinesis.StreamDefinition;
import io.eventwright.local.orchestration.StateMachineResource;
import io.eventwright.local.pipes.PipeDefinition;
import io.eventwright.local.s3.BucketDefinition;
import io.eventwright.local.schedule.ScheduleDefinition;
import io.eventwright.local.schedule.Schedules;
import io.eventwright.local.sns.SubscriptionDefinition;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.template.Position;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stack asks for, by kind, every property read. Whatever nobody reads is noted as a problem.
 *
 * @param tables its tables
 * @param queues its queues
 * @param streams its Kinesis streams
 * @param functions its functions
 * @param mappings its event source mappings, to be read when the functions are known
 * @param buses names of its buses
 * @param rules its rules
 * @param archives its archives
 * @param eventApis its event APIs
 * @param namespaces of the channels of event APIs
 * @param schedules its schedules
 * @param machines its state machines
 * @param tasks its containers' tasks
 * @param apis its HTTP APIs and REST APIs
 * @param routes of all APIs
 * @param buckets its buckets
 * @param topics ARNs of its topics
 * @param subscriptions its topics' subscriptions
 * @param pipes its pipes
 */
record Blueprint(
    List<TableDefinition> tables,
    List<QueueDefinition> queues,
    List<StreamDefinition> streams,
    List<FunctionDefinition> functions,
    List<Resource> mappings,
    List<String> buses,
    List<RuleDefinition> rules,
    List<ArchiveDefinition> archives,
    List<EventApiDefinition> eventApis,
    List<Namespace> namespaces,
    List<ScheduleDefinition> schedules,
    List<StateMachineResource> machines,
    List<TaskDefinition> tasks,
    List<ApiDefinition> apis,
    List<RouteDefinition> routes,
    List<BucketDefinition> buckets,
    List<String> topics,
    List<SubscriptionDefinition> subscriptions,
    List<PipeDefinition> pipes) {

  /**
   * Right to have, and without effect on one machine; kept in the stack. Permissions are read from
   * there.
   */
  private static final Set<String> RECORDED =
      Set.of(
          "AWS::SQS::QueuePolicy",
          "AWS::S3::BucketPolicy",
          "AWS::Events::EventBusPolicy",
          "AWS::Lambda::Permission",
          "AWS::IAM::Role",
          "AWS::KMS::Key",
          "AWS::KMS::Alias",
          "AWS::IAM::Policy",
          "AWS::IAM::ManagedPolicy",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::SNS::TopicPolicy",
          "AWS::ECS::Cluster",
          "AWS::EC2::SecurityGroup",
          "AWS::EventSchemas::Registry",
          "AWS::EventSchemas::Schema");

  static Blueprint of(Stack stack, Path templateFolder, Problems problems) {
    Blueprint blueprint =
        new Blueprint(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Resource resource : stack.resources()) {
      blueprint.read(resource, templateFolder, problems);
    }
    return blueprint;
  }

  private void read(Resource resource, Path templateFolder, Problems problems) {
    switch (resource.type()) {
      case "AWS::DynamoDB::Table" -> tables.add(TableDefinition.of(resource));
      case "AWS::SQS::Queue" -> queues.add(QueueDefinition.of(resource));
      case "AWS::Kinesis::Stream" -> streams.add(StreamDefinition.of(resource));
      case "AWS::Lambda::Function" -> functions.add(FunctionDefinition.of(resource));
      case "AWS::Lambda::EventSourceMapping" -> mappings.add(resource);
      case "AWS::SNS::Topic" -> {
        SubscriptionDefinition.checkTopic(resource);
        topics.add(resource.arn());
      }
      case "AWS::SNS::Subscription" -> subscriptions.add(SubscriptionDefinition.of(resource));
      case "AWS::Pipes::Pipe" -> pipes.add(PipeDefinition.of(resource));
      case "AWS::Events::EventBus" -> {
        resource
            .properties()
            .without("Name", "Description", "Tags", "DeadLetterConfig", "LogConfig", "Policy")
            .without("KmsKeyIdentifier");
        buses.add(resource.name());
      }
      case "AWS::Events::Rule" -> {
        RuleDefinition rule = RuleDefinition.of(resource);
        check(resource, "ScheduleExpression", rule.schedule());
        rules.add(rule);
      }
      case "AWS::AppSync::Api" -> {
        eventApis.add(EventApiDefinition.of(resource));
        if (eventApis.size() > 1) {
          resource
              .properties()
              .problem("Name", "too-many-apis", "is the second event API; one can be up here");
        }
      }
      case "AWS::AppSync::ChannelNamespace" -> namespaces.add(Namespace.of(resource));
      case "AWS::Events::Archive" -> archives.add(ArchiveDefinition.of(resource));
      case "AWS::Scheduler::Schedule" -> {
        ScheduleDefinition schedule = ScheduleDefinition.of(resource);
        check(resource, "ScheduleExpression", schedule.expression());
        schedules.add(schedule);
      }
      case "AWS::StepFunctions::StateMachine" ->
          machines.add(StateMachineResource.of(resource, templateFolder));
      case "AWS::ECS::TaskDefinition" -> tasks.add(TaskDefinition.of(resource));
      case "AWS::S3::Bucket" -> buckets.add(BucketDefinition.of(resource));
      case "AWS::Serverless::HttpApi" -> apis.add(ApiDefinition.http(resource));
      case "AWS::Serverless::Api" -> apis.add(ApiDefinition.rest(resource));
      case "EventwrightLocal::HttpRoute" -> routes.add(RouteDefinition.http(resource));
      case "EventwrightLocal::RestRoute" -> routes.add(RouteDefinition.rest(resource));
      default -> {
        if (RECORDED.contains(resource.type())) {
          resource.properties().all();
        } else {
          problems.add(
              Position.START,
              "unsupported-resource",
              resource.logicalId() + " (" + resource.type() + ") cannot be brought up here yet");
        }
      }
    }
  }

  private static void check(Resource resource, String property, @Nullable String expression) {
    if (expression != null) {
      try {
        Schedules.period(expression);
      } catch (IllegalArgumentException e) {
        resource.properties().problem(property, "invalid-schedule", "is " + e.getMessage());
      }
    }
  }
}
