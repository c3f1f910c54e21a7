package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.BusModel;
import io.eventwright.generator.model.EntityModel;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Subject;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every emitter of a system's Java starts from.
 *
 * @param system the model
 * @param types the Java that is made from its schemas
 * @param madeFrom where the system is described, relative to the project, for the head comment
 */
public record SystemJava(EventSystem system, SchemaTypes types, String madeFrom) {

  /** Where this system's classes go. */
  public SystemNames names() {
    return new SystemNames(system.name(), system.basePackage());
  }

  /**
   * What a worker sees: its own subscription, the record it takes, or the event that starts the
   * saga.
   */
  public Subscription consumedBy(WorkerModel worker) {
    Subscription own = worker.subscription();
    if (own != null) {
      return own;
    }
    EventRef takes = worker.takes();
    if (takes != null) {
      return Subscription.of(takes);
    }
    return isOnlyRouted(worker)
        ? Subscription.of(routesTo(worker).findFirst().orElseThrow())
        : servedBy(worker).on();
  }

  /** What a worker's code is given as its event's data. */
  public ClassName recordSeenBy(WorkerModel worker) {
    if (worker.foldsWindows()) {
      return types.event(decidedOn(worker)).record();
    }
    if (worker.trigger() instanceof Trigger.Schedule) {
      return RuntimeTypes.SCHEDULE_DUE;
    }
    return worker.trigger() instanceof Trigger.Bucket
        ? RuntimeTypes.OBJECT_CREATED
        : dataOf(worker).record();
  }

  /** The constant of the event type that a worker is given; its own, when it needs only a part. */
  public CodeBlock typeSeenBy(WorkerModel worker) {
    if (!worker.needs().isEmpty()) {
      return CodeBlock.of("DATA");
    }
    return worker.trigger() != null && worker.subscription() == null
        ? CodeBlock.of("$T.TYPE", recordSeenBy(worker))
        : constant(consumedBy(worker).delivered());
  }

  /** The event as a worker sees it. */
  public ParameterizedTypeName eventSeenBy(WorkerModel worker) {
    return ParameterizedTypeName.get(RuntimeTypes.EVENT, recordSeenBy(worker));
  }

  /** Where the events of a type come from: this system, or the one whose bus they are told over. */
  public String sourceOf(String event) {
    for (WorkerModel worker : system.workers()) {
      if (worker.trigger() instanceof Trigger.OtherBus other
          && other.subscription().event().equals(event)) {
        return system.buses().stream()
            .filter(bus -> bus.name().equals(other.bus()))
            .map(BusModel::source)
            .findFirst()
            .orElse(system.name());
      }
    }
    return system.name();
  }

  /** Whether it is called by routes and by nothing else, so that they are its functions. */
  public boolean isOnlyRouted(WorkerModel worker) {
    return worker.trigger() == null
        && system.sagas().stream().noneMatch(saga -> saga.serves(worker.name()))
        && routesTo(worker).findAny().isPresent();
  }

  private Stream<EventRef> routesTo(WorkerModel worker) {
    ApiModel api = system.api();
    return api == null
        ? Stream.empty()
        : api.routes().stream()
            .map(ApiModel.Route::action)
            .filter(ApiModel.Calls.class::isInstance)
            .map(ApiModel.Calls.class::cast)
            .filter(calls -> calls.worker().equals(worker.name()))
            .map(ApiModel.Calls::event);
  }

  /** What a worker decides on: an event, or what it folded a window's events into. */
  public EventRef decidedOn(WorkerModel worker) {
    return worker.foldsWindows() ? worker.emits().get(0) : consumedBy(worker).delivered();
  }

  /** The saga that a worker without a subscription serves. */
  public SagaModel servedBy(WorkerModel worker) {
    return system.sagas().stream()
        .filter(saga -> saga.serves(worker.name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("worker " + worker.name() + " has nothing to do"));
  }

  /** The entity of that name. */
  public EntityModel entity(String name) {
    return system.entities().stream()
        .filter(entity -> entity.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no entity " + name));
  }

  /** All majors of an event type, ascending. */
  public List<EventContract> majorsOf(String event) {
    return system.events().stream()
        .filter(contract -> contract.name().equals(event))
        .sorted((one, other) -> Integer.compare(one.major(), other.major()))
        .toList();
  }

  /** The constant of a major, such as {@code DepositReceived.V2}. */
  public CodeBlock constant(EventRef event) {
    return CodeBlock.of("$T.$L", names().eventType(event.name()), SystemNames.majorConstant(event));
  }

  /** The event as code sees it, such as {@code Event<DepositReceivedV2>}. */
  public ParameterizedTypeName eventOf(EventRef event) {
    return ParameterizedTypeName.get(RuntimeTypes.EVENT, types.event(event).record());
  }

  /** What a worker sees of the data of its event: all of it, or what it needs. */
  public SchemaClasses dataOf(WorkerModel worker) {
    return worker.needs().isEmpty()
        ? types.event(consumedBy(worker).delivered())
        : types.needed(worker);
  }

  /** The value at a path of what a worker sees of its event's data. */
  public PathType at(WorkerModel worker, List<String> path) {
    return worker.needs().isEmpty()
        ? types.at(consumedBy(worker).delivered(), path)
        : types.at(worker, path);
  }

  /** An event's last argument: what of it is sealed; empty for nothing. */
  public CodeBlock sealing(EventRef event, SchemaClasses classes) {
    return sealing(system.subjectOf(event), classes);
  }

  /** The last argument of a kind of document: what of it is sealed; empty for nothing. */
  public CodeBlock sealing(@Nullable Subject subject, SchemaClasses classes) {
    return subject == null
        ? CodeBlock.of("")
        : CodeBlock.of(
            ",\nnew $T($S, $L, $T.of($L))",
            RuntimeTypes.SEALING,
            subject.kind(),
            texts(subject.path()),
            List.class,
            CodeBlock.join(
                types.sensitiveIn(classes).stream().map(SystemJava::texts).toList(), ",$W"));
  }

  private static CodeBlock texts(List<String> names) {
    return CodeBlock.of(
        "$T.of($L)",
        List.class,
        CodeBlock.join(names.stream().map(name -> CodeBlock.of("$S", name)).toList(), ",$W"));
  }

  /** A generated file of one top-level type. */
  public GeneratedFile file(ClassName name, TypeSpec type) {
    return print(
        name,
        JavaFile.builder(name.packageName(), type)
            .addFileComment("Generated by Eventwright from $L. Do not edit.", madeFrom));
  }

  /** A file that is written once and then the user's. */
  public GeneratedFile usersFile(ClassName name, TypeSpec type) {
    return print(name, JavaFile.builder(name.packageName(), type));
  }

  private static GeneratedFile print(ClassName name, JavaFile.Builder file) {
    String text = file.indent("  ").skipJavaLangImports(true).build().toString();
    return GeneratedFile.ofText(
        name.canonicalName().replace('.', '/') + ".java", JavaLayout.tidy(text));
  }
}
