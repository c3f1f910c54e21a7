package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Alarm;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;

/**
 * Whether alarms tell of trouble.
 *
 * @param template what is watched
 * @param alarms of the template
 */
record Watch(SamTemplate template, List<Alarm> alarms) {

  /** Whether one of some metrics of a resource is watched. */
  boolean over(Resource resource, String namespace, List<String> metrics) {
    return alarms.stream().anyMatch(each -> each.watches(resource, namespace, metrics));
  }

  /** Whether an API's server errors are watched; a REST API is known by its name only. */
  boolean overApi(Resource api) {
    return over(api, "AWS/ApiGateway", List.of("5xx", "5XXError"))
        || alarms.stream()
            .anyMatch(
                each ->
                    each.namespace().equals("AWS/ApiGateway")
                        && each.metric().equals("5XXError")
                        && Values.same(each.dimensions().get("ApiName"), api.at("Name")));
  }

  /** Whether it is watched that what is committed is also published. */
  boolean overOutbox() {
    return alarms.stream()
        .anyMatch(
            each ->
                each.namespace().equals("Eventwright")
                    && each.metric().equals("OutboxBehindSeconds"));
  }

  /** Whether a function's failures are told, by an alarm of its own or of what calls it. */
  boolean over(Resource function) {
    return over(
            function,
            "AWS/Lambda",
            List.of("Errors", "AsyncEventsDropped", "DestinationDeliveryFailures", "IteratorAge"))
        || isFedByWatchedQueue(function)
        || isCalledByApi(function)
        || isCalledByStateMachine(function);
  }

  /** What a function cannot handle ends among watched dead letters. */
  private boolean isFedByWatchedQueue(Resource function) {
    return EventSource.of(function).stream()
        .filter(source -> source.type().equals("SQS"))
        .flatMap(source -> template.named(source.at("Queue"), Types.QUEUE).stream())
        .flatMap(
            queue ->
                template
                    .named(queue.at("RedrivePolicy", "deadLetterTargetArn"), Types.QUEUE)
                    .stream())
        .anyMatch(dead -> over(dead, "AWS/SQS", List.of("ApproximateNumberOfMessagesVisible")));
  }

  private boolean isCalledByApi(Resource function) {
    return EventSource.of(function).stream()
        .filter(source -> source.type().endsWith("Api"))
        .flatMap(
            source ->
                Values.references(source.at(source.type().equals("Api") ? "RestApiId" : "ApiId"))
                    .stream())
        .map(template.resources()::get)
        .anyMatch(api -> api != null && overApi(api));
  }

  private boolean isCalledByStateMachine(Resource function) {
    return template.ofType(Types.STATE_MACHINE).stream()
        .filter(
            machine ->
                Values.references(machine.at("DefinitionSubstitutions")).contains(function.id()))
        .anyMatch(machine -> over(machine, "AWS/States", List.of("ExecutionsFailed")));
  }
}
