package io.eventwright.generator.emit.operate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.BusModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One that takes events, and what is needed to find what it made of them.
 *
 * @param kind {@code worker}, {@code window}, {@code projection}, {@code saga}, {@code express} (a
 *     saga that may run more than once) or {@code route}
 * @param name as its rows have it
 * @param source of what it takes
 * @param takes types on the wire; empty for what is no event of a schema
 * @param filtered whether it takes only some of them
 * @param order of a worker
 * @param key path of the key of a projection's rows; empty for the others
 * @param steps of a saga: names that its inbox rows have
 */
record ConsumerEntry(
    String kind,
    String name,
    String source,
    List<String> takes,
    boolean filtered,
    Order order,
    List<String> key,
    List<String> steps) {

  /** All of a system, in the order of the file. */
  static List<ConsumerEntry> of(EventSystem system) {
    List<ConsumerEntry> entries = new ArrayList<>();
    for (WorkerModel worker : system.workers()) {
      Trigger trigger = worker.trigger();
      if (trigger != null) {
        entries.add(worker(system, worker, trigger));
      }
    }
    system.sagas().forEach(saga -> entries.add(saga(system, saga)));
    system.projections().forEach(each -> entries.add(projection(system, each)));
    ApiModel api = system.api();
    if (api != null) {
      api.routes().stream()
          .filter(
              route ->
                  route.action() instanceof ApiModel.Publishes
                      || route.action() instanceof ApiModel.Calls)
          .forEach(route -> entries.add(plain("route", "route-" + route.name(), system.name())));
    }
    return entries;
  }

  private static ConsumerEntry worker(EventSystem system, WorkerModel worker, Trigger trigger) {
    Subscription subscription = trigger.subscription();
    String kind = worker.foldsWindows() ? "window" : "worker";
    if (subscription == null) {
      return plain(
          kind, worker.name(), trigger instanceof Trigger.Bucket ? "aws.s3" : "aws.scheduler");
    }
    return new ConsumerEntry(
        kind,
        worker.name(),
        trigger instanceof Trigger.OtherBus other ? source(system, other.bus()) : system.name(),
        types(subscription),
        !subscription.where().isEmpty(),
        worker.order(),
        List.of(),
        List.of());
  }

  private static ConsumerEntry saga(EventSystem system, SagaModel saga) {
    return new ConsumerEntry(
        saga.isExpress() ? "express" : "saga",
        saga.name(),
        system.name(),
        types(saga.on()),
        !saga.on().where().isEmpty(),
        Order.COMMUTATIVE,
        List.of(),
        saga.allSteps()
            .filter(SagaStep.Call.class::isInstance)
            .map(SagaStep::name)
            .distinct()
            .toList());
  }

  private static ConsumerEntry projection(EventSystem system, ProjectionModel projection) {
    return new ConsumerEntry(
        "projection",
        projection.name(),
        system.name(),
        projection.from().stream().flatMap(each -> types(each).stream()).distinct().toList(),
        projection.from().stream().anyMatch(each -> !each.where().isEmpty()),
        Order.COMMUTATIVE,
        projection.key(),
        List.of());
  }

  private static ConsumerEntry plain(String kind, String name, String source) {
    return new ConsumerEntry(
        kind, name, source, List.of(), false, Order.COMMUTATIVE, List.of(), List.of());
  }

  private static List<String> types(Subscription subscription) {
    return subscription.majors().stream()
        .map(major -> new EventRef(subscription.event(), major).wireType())
        .toList();
  }

  private static String source(EventSystem system, String bus) {
    return system.buses().stream()
        .filter(each -> each.name().equals(bus))
        .map(BusModel::source)
        .findFirst()
        .orElse(system.name());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("name", name);
    json.writeStringField("source", source);
    list(json, "takes", takes);
    json.writeBooleanField("filtered", filtered);
    json.writeStringField("order", order.word());
    list(json, "key", key);
    list(json, "steps", steps);
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
