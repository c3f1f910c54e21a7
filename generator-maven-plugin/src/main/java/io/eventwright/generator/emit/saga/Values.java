package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Jsonata;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a saga knows, as expressions.
 *
 * @param system the model
 * @param saga whose state it is
 */
record Values(EventSystem system, SagaModel saga) {

  static final String SUBJECT = "subject";
  static final String CORRELATION = "correlationid";

  /** How long it waits, and how often it tries. */
  Pace pace() {
    return Pace.of(saga);
  }

  /** The same of another saga. */
  Values of(String name) {
    return new Values(
        system,
        system.sagas().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no saga " + name)));
  }

  /** Where a value stands; {@code callback} is what the answer to that step names. */
  Expression at(SagaPath path, SagaStep.@Nullable Callback callback) {
    if (path.root().equals(SagaPath.CALLBACK) && callback != null) {
      return reference(callback);
    }
    return known(path.root(), path.rest());
  }

  /** What a step has returned, or what else is known; a function's answer is kept as a whole. */
  Expression known(String name, List<String> path) {
    List<String> all = new ArrayList<>();
    if (saga.language() == SagaModel.Language.JSONPATH) {
      saga.allSteps()
          .filter(step -> step.name().equals(name))
          .forEach(step -> all.addAll(within(step)));
    }
    all.addAll(path);
    return new Expression.Variable(variable(name), all);
  }

  /** Where in what is kept of a step's answer that is which it returned. */
  private List<String> within(SagaStep step) {
    if (step instanceof SagaStep.Task) {
      return List.of(ContainerStates.READ);
    }
    return step instanceof SagaStep.Call call && returns(call)
        ? TaskStates.RETURNED.path()
        : List.of();
  }

  /** Whether the step's function answers with a record. */
  boolean returns(SagaStep.Call call) {
    return call.callback() == null && worker(call.worker().value()).returns() != null;
  }

  /** The paths by which something of a step's answer is asked for, beside tests. */
  List<SagaPath> asked(SagaStep of) {
    return saga.allSteps()
        .flatMap(Values::asks)
        .filter(path -> path.root().equals(of.name()))
        .toList();
  }

  private static Stream<SagaPath> asks(SagaStep step) {
    List<@Nullable SagaPath> all = new ArrayList<>();
    step.with()
        .values()
        .forEach(value -> all.add(value instanceof SagaValue.At at ? at.path() : null));
    all.add(step instanceof SagaStep.Each each ? each.over() : null);
    all.add(step instanceof SagaStep.Wait wait ? wait.until() : null);
    all.add(step instanceof SagaStep.Put put ? put.key() : null);
    if (step instanceof SagaStep.Call call && call.callback() != null) {
      all.add(call.callback().by());
    }
    all.add(step instanceof SagaStep.Approval approval ? approval.callback().by() : null);
    return all.stream().flatMap(Stream::ofNullable);
  }

  Expression at(SagaPath path) {
    return at(path, null);
  }

  /** What an answer names. */
  Expression reference(SagaStep.Callback callback) {
    SagaPath by = callback.by();
    return by == null ? Expression.variable(SagaPath.EXECUTION) : at(by);
  }

  /**
   * {@code charge-wallet} gives {@code chargeWallet}, and {@code count} gives {@code count_}: a
   * variable that is called as a function is taken for it.
   */
  static String variable(String name) {
    StringBuilder variable = new StringBuilder();
    for (String word : name.split("-")) {
      variable.append(
          variable.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    String plain = variable.toString();
    return Jsonata.FUNCTIONS.contains(plain) ? plain + "_" : plain;
  }

  /** A record's fields, filled. */
  Map<String, Object> record(Map<String, SagaValue> with, SagaStep.@Nullable Callback callback) {
    Map<String, Object> record = new LinkedHashMap<>();
    with.forEach(
        (field, value) ->
            record.put(
                field,
                value instanceof SagaValue.At at
                    ? at(at.path(), callback)
                    : constant(((SagaValue.Constant) value).value())));
    return record;
  }

  /** A text that looks like an expression is one that gives that text. */
  private Object constant(Object value) {
    return saga.language() == SagaModel.Language.JSONATA
            && value instanceof String text
            && text.startsWith("{%")
        ? Expression.joined(text)
        : value;
  }

  /** What replaces the event's own type and data for a worker that takes a record. */
  Map<String, Object> input(
      EventRef type, Map<String, SagaValue> with, SagaStep.@Nullable Callback callback) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", type.wireType());
    input.put("dataschema", dataschema(type));
    input.put("data", record(with, callback));
    return input;
  }

  /** An attribute of the event that started the saga, for which its id may stand. */
  static Expression.OrElse named(String attribute) {
    return new Expression.OrElse(
        Expression.variable(SagaPath.EVENT, attribute),
        Expression.variable(SagaPath.EVENT, "id"),
        SagaPath.EVENT + "_" + attribute);
  }

  /** An event of its own, caused by the one that started the saga. */
  Map<String, Object> event(
      EventRef type, SagaStep step, Map<String, SagaValue> with, List<String> index) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", key(step, index));
    event.put("source", system.name());
    event.put("type", type.wireType());
    event.put(SUBJECT, named(SUBJECT));
    event.put("time", Expression.context("Execution", "StartTime"));
    event.put("datacontenttype", "application/json");
    event.put("dataschema", dataschema(type));
    event.put(CORRELATION, named(CORRELATION));
    event.put("causationid", Expression.variable(SagaPath.EVENT, "id"));
    event.put(
        "data", with.isEmpty() ? Expression.variable(SagaPath.EVENT, "data") : record(with, null));
    return event;
  }

  /** Names one doing of a step, the same however often it is tried. */
  Expression key(SagaStep step, List<String> index) {
    List<Object> parts = new ArrayList<>();
    if (saga.isExpress()) {
      // Its execution goes by the event's id, which may start other sagas too.
      parts.add(saga.name() + "/");
    }
    parts.add(Expression.variable(SagaPath.EXECUTION));
    parts.add("/" + step.name());
    for (String variable : index) {
      parts.add("/");
      parts.add(Expression.variable(variable));
    }
    return new Expression.Joined(parts);
  }

  /** The step's name in the inbox: within a map with the item's index. */
  static Object stepKey(String step, List<String> index) {
    if (index.isEmpty()) {
      return step;
    }
    List<Object> parts = new ArrayList<>();
    parts.add(step);
    for (String variable : index) {
      parts.add("/");
      parts.add(Expression.variable(variable));
    }
    return new Expression.Joined(parts);
  }

  private String dataschema(EventRef type) {
    EventContract contract =
        system.events().stream()
            .filter(each -> each.ref().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no event " + type));
    return "urn:eventwright:%s:%s:%d.%d"
        .formatted(system.name(), type.name(), type.major(), contract.minors().size() - 1);
  }

  WorkerModel worker(String name) {
    return system.workers().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no worker " + name));
  }
}
