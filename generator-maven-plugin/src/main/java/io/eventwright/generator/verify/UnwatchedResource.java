package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Alarm;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import java.util.List;

/** A queue, stream, function or state machine whose trouble no alarm tells. Error. */
final class UnwatchedResource implements TemplateRule {

  @Override
  public String id() {
    return "unwatched-resource";
  }

  private static final List<String> QUEUE_METRICS =
      List.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage");
  private static final String RELAY = "RelayFunction";
  private static final List<String> STREAM_METRICS =
      List.of("IteratorAge", "GetRecords.IteratorAgeMilliseconds");

  /** Nobody can stop one of its executions (Step Functions API reference, StopExecution). */
  private static boolean isExpress(Resource machine) {
    return "EXPRESS".equals(machine.properties().text("Type"));
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    Watch watch = new Watch(template, Alarm.of(template));
    for (Resource queue : template.ofType(Types.QUEUE)) {
      boolean source = queue.at("RedrivePolicy") != null;
      List<String> metrics = source ? List.of("ApproximateAgeOfOldestMessage") : QUEUE_METRICS;
      require(
          found,
          queue,
          watch.over(queue, "AWS/SQS", metrics),
          source ? "waits too long" : "is there",
          "AWS/SQS");
    }
    for (Resource machine : template.ofType(Types.STATE_MACHINE)) {
      require(
          found,
          machine,
          watch.over(machine, "AWS/States", List.of("ExecutionsFailed"))
              && watch.over(machine, "AWS/States", List.of("ExecutionsTimedOut"))
              && (isExpress(machine)
                  || watch.over(machine, "AWS/States", List.of("ExecutionsAborted"))),
          "fails, times out or is aborted",
          "AWS/States");
    }
    for (Resource function : template.ofType(Types.FUNCTION)) {
      require(found, function, watch.over(function), "fails", "AWS/Lambda");
      if (function.id().equals(RELAY)) {
        require(found, function, watch.overOutbox(), "is not published for long", "Eventwright");
      }
    }
    for (EventSource source : EventSource.of(template)) {
      if (source.type().equals("Kinesis")) {
        require(
            found,
            source.function(),
            watch.over(source.function(), "AWS/Lambda", STREAM_METRICS),
            "is behind its stream",
            "AWS/Lambda");
      }
    }
    for (Resource api :
        template.having(each -> List.of(Types.API, Types.HTTP_API).contains(each.type()))) {
      require(found, api, watch.overApi(api), "answers with server errors", "AWS/ApiGateway");
    }
  }

  private static void require(
      Findings found, Resource resource, boolean watched, String trouble, String namespace) {
    if (!watched) {
      found.error(
          resource,
          "has no alarm that tells when something of it "
              + trouble
              + ". Add an AWS::CloudWatch::Alarm on a metric of "
              + namespace
              + ".");
    }
  }
}
