package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.ConditionView;
import io.eventwright.generator.emit.sam.view.KeyStatementView;
import io.eventwright.generator.model.BusModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which services may use the customer's key in their own name, and on whose behalf. Names of what
 * they act for are patterns of the stack's name: were they references, key and resources would go
 * in a circle.
 *
 * @param system the model
 */
record KeyPolicy(EventSystem system) {

  private static final String EVENTS = "events.amazonaws.com";
  private static final ConditionView OWN_ACCOUNT =
      new ConditionView("StringEquals", "aws:SourceAccount", "${AWS::AccountId}");

  List<KeyStatementView> statements() {
    List<KeyStatementView> all = new ArrayList<>();
    // EventBridge looks at the key when a bus, an archive or a pipe is given it.
    all.add(new KeyStatementView("FindTheKey", EVENTS, List.of("kms:DescribeKey"), List.of()));
    all.add(
        new KeyStatementView(
            "KeepEventsAndRules",
            EVENTS,
            List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncrypt*"),
            List.of(
                OWN_ACCOUNT,
                new ConditionView(
                    "StringEquals",
                    "kms:EncryptionContext:aws:events:event-bus:arn",
                    arn("events", "event-bus/${AWS::StackName}")))));
    all.add(sends("SendFromRules", EVENTS, rules()));
    if (!TopicBlocks.majors(system).isEmpty()) {
      all.add(
          sends("SendFromTopics", "sns.amazonaws.com", List.of(arn("sns", "${AWS::StackName}-*"))));
    }
    all.add(
        new KeyStatementView(
            "KeepLogs",
            "logs.${AWS::Region}.amazonaws.com",
            List.of(
                "kms:Decrypt*",
                "kms:Describe*",
                "kms:Encrypt*",
                "kms:GenerateDataKey*",
                "kms:ReEncrypt*"),
            List.of(
                new ConditionView("ArnLike", "kms:EncryptionContext:aws:logs:arn", logGroups()))));
    if (!system.sagas().isEmpty()) {
      all.add(
          new KeyStatementView(
              "DeliverLogsOfSagas",
              "delivery.logs.amazonaws.com",
              List.of("kms:Decrypt*"),
              List.of(
                  new ConditionView(
                      "StringEquals", "kms:EncryptionContext:SourceArn", arn("logs", "*")))));
    }
    return all;
  }

  /** Who sends to a queue or topic makes data keys, and may be given one that is in use. */
  private static KeyStatementView sends(String sid, String service, List<String> sources) {
    return new KeyStatementView(
        sid,
        service,
        List.of("kms:Decrypt", "kms:GenerateDataKey"),
        List.of(OWN_ACCOUNT, new ConditionView("ArnLike", "aws:SourceArn", sources)));
  }

  /** The bus, for its own dead letters, and the rules of every bus that is listened to. */
  private List<String> rules() {
    SortedSet<String> sources = new TreeSet<>();
    sources.add(arn("events", "event-bus/${AWS::StackName}"));
    sources.add(arn("events", "rule/${AWS::StackName}/*"));
    for (WorkerModel worker : system.workers()) {
      Trigger trigger = worker.trigger();
      if (trigger instanceof Trigger.Bucket) {
        // The default bus has rules without its name, and CloudFormation may cut theirs.
        sources.add(arn("events", "rule/*"));
      } else if (trigger instanceof Trigger.OtherBus other) {
        sources.add(arn("events", "rule/" + name(other.bus()) + "/*"));
      }
    }
    return List.copyOf(sources);
  }

  private String name(String bus) {
    return system.buses().stream()
        .filter(each -> each.name().equals(bus))
        .map(BusModel::address)
        .map(address -> address.replaceFirst("^arn:.*:event-bus/", ""))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no bus " + bus));
  }

  private List<String> logGroups() {
    List<String> groups = new ArrayList<>();
    groups.add(arn("logs", "log-group:/eventwright/${AWS::StackName}/*"));
    if (!system.sagas().isEmpty()) {
      groups.add(arn("logs", "log-group:/aws/vendedlogs/states/${AWS::StackName}-*"));
    }
    return groups;
  }

  static String arn(String service, String rest) {
    return "arn:${AWS::Partition}:" + service + ":${AWS::Region}:${AWS::AccountId}:" + rest;
  }
}
