package io.eventwright.local;

import io.eventwright.local.dynamodb.TableDefinition;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.template.Position;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a stack asks for, by kind, every property read. Whatever nobody reads is noted as a problem.
 *
 * @param tables its tables
 * @param queues its queues
 * @param functions its functions
 * @param mappings its event source mappings, to be read when the functions are known
 */
record Blueprint(
    List<TableDefinition> tables,
    List<QueueDefinition> queues,
    List<FunctionDefinition> functions,
    List<Resource> mappings) {

  /**
   * Right to have, and without effect on one machine; kept in the stack. Permissions are read from
   * there.
   */
  private static final Set<String> RECORDED =
      Set.of(
          "AWS::SQS::QueuePolicy",
          "AWS::Events::EventBusPolicy",
          "AWS::Lambda::Permission",
          "AWS::IAM::Role",
          "AWS::IAM::Policy",
          "AWS::IAM::ManagedPolicy",
          "AWS::Logs::LogGroup",
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::EventSchemas::Registry",
          "AWS::EventSchemas::Schema");

  static Blueprint of(Stack stack, Problems problems) {
    Blueprint blueprint =
        new Blueprint(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Resource resource : stack.resources()) {
      blueprint.read(resource, problems);
    }
    return blueprint;
  }

  private void read(Resource resource, Problems problems) {
    switch (resource.type()) {
      case "AWS::DynamoDB::Table" -> tables.add(TableDefinition.of(resource));
      case "AWS::SQS::Queue" -> queues.add(QueueDefinition.of(resource));
      case "AWS::Lambda::Function" -> functions.add(FunctionDefinition.of(resource));
      case "AWS::Lambda::EventSourceMapping" -> mappings.add(resource);
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
}
