package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.worker.DecideMethod;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.NeedsTree;
import io.eventwright.generator.model.Order;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;

/** The Lambda handler of each worker, behind a queue or as a saga's step. */
public record WorkerFunctionEmitter(SystemJava java) {

  /** One file per worker that has a function of its own, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().workers().stream()
        .filter(worker -> !java.isOnlyRouted(worker))
        .map(this::function)
        .toList();
  }

  private GeneratedFile function(WorkerModel worker) {
    ClassName name = java.names().workerFunction(worker.name());
    boolean servesSaga = worker.trigger() == null;
    return java.file(
        name,
        FunctionClass.of(
            name,
            "The Lambda handler of {@code %s}, %s."
                .formatted(
                    worker.name(),
                    servesSaga
                        ? "called by the saga {@code " + java.servedBy(worker).name() + "}"
                        : FedHandler.words(worker.feed())),
            fields(worker),
            servesSaga ? stepFunction(worker) : FedHandler.of(worker.feed())));
  }

  private CodeBlock stepFunction(WorkerModel worker) {
    EventRef returns = worker.returns();
    return returns == null
        ? CodeBlock.of(
            "$T.of(DEFINITION, $T.fromEnvironment())",
            RuntimeTypes.SAGA_STEP_FUNCTION,
            RuntimeTypes.SYSTEM_RUNTIME)
        : CodeBlock.of(
            "$T.returning(DEFINITION, $L, $T.fromEnvironment())",
            RuntimeTypes.SAGA_STEP_FUNCTION,
            java.constant(returns),
            RuntimeTypes.SYSTEM_RUNTIME);
  }

  private List<FieldSpec> fields(WorkerModel worker) {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(usersCode(worker));
    if (new DecideMethod(java, worker).readsObjects()) {
      fields.add(objects());
    }
    if (!worker.needs().isEmpty()) {
      fields.add(data(worker));
    }
    fields.add(definition(worker));
    return fields;
  }

  private static FieldSpec objects() {
    return FunctionClass.constant(RuntimeTypes.STORED_OBJECTS, "OBJECTS")
        .initializer("\n$>$>$T.fromEnvironment().objects()$<$<", RuntimeTypes.SYSTEM_RUNTIME)
        .build();
  }

  /** The event with just the data that the worker needs. */
  private FieldSpec data(WorkerModel worker) {
    EventRef delivered = java.consumedBy(worker).delivered();
    SchemaClasses classes = java.dataOf(worker);
    return FunctionClass.constant(
            ParameterizedTypeName.get(RuntimeTypes.EVENT_TYPE, classes.record()), "DATA")
        .initializer(
            CodeBlock.builder()
                .add("\n$>$>new $T<>($>$>", RuntimeTypes.EVENT_TYPE)
                .add("\n$S,", java.system().name())
                .add("\n$S,", delivered.name())
                .add("\n$L,", delivered.major())
                .add("\n$L,", classes.codec())
                .add(
                    "\n$T.of($L)$L)$<$<$<$<",
                    List.class,
                    CodeBlock.join(classes.validators(), ",$W"),
                    java.sealing(delivered, classes))
                .build())
        .build();
  }

  FieldSpec usersCode(WorkerModel worker) {
    return FunctionClass.constant(java.names().worker(worker.name()), "WORKER")
        .initializer("new $T()", ClassName.bestGuess(worker.className()))
        .build();
  }

  FieldSpec definition(WorkerModel worker) {
    if (worker.foldsWindows()) {
      return new WindowDefinitionField(java, worker).field();
    }
    Subscription consumed =
        worker.trigger() == null || worker.subscription() != null ? java.consumedBy(worker) : null;
    WorkerModel.EntityKey changes = worker.changes();
    CodeBlock.Builder steps = CodeBlock.builder();
    steps.add("\n$>$>$T.named($S, ", RuntimeTypes.WORKER_DEFINITION, worker.name());
    steps.add("$L", java.typeSeenBy(worker));
    if (changes != null) {
      steps.add(", $T.TYPE", java.names().entityAccess(changes.entity()));
    }
    steps.add(")$>$>");
    if (consumed != null) {
      steps.add(Upcasting.steps(java, consumed));
    }
    if (changes != null && consumed != null) {
      steps.add(
          "\n.keyedBy(event -> $L)",
          java.at(worker, changes.path()).textOf(CodeBlock.of("event.data()")));
    }
    if (!worker.emits().isEmpty()) {
      steps.add(
          "\n.emits($L)",
          CodeBlock.join(worker.emits().stream().map(java::constant).toList(), ",$W"));
    }
    if (!worker.needs().isEmpty()) {
      steps.add(
          "\n.needing($L)",
          CodeBlock.join(
              NeedsTree.of(worker.needs()).paths().stream()
                  .map(path -> CodeBlock.of("$S", String.join(".", path)))
                  .toList(),
              ",$W"));
    }
    if (worker.order() != Order.COMMUTATIVE) {
      steps.add("\n.ordered($T.$L)", RuntimeTypes.ORDERING, worker.order());
    }
    worker
        .uses()
        .forEach(
            used ->
                steps.add(
                    "\n.using($T.$L)", java.names().dependencies(), JavaNames.constantName(used)));
    steps.add(ConditionSteps.of(worker));
    steps.add("\n$L$<$<$<$<", new DecideMethod(java, worker).decidedBy("WORKER"));
    TypeName state =
        changes == null
            ? ClassName.get(Void.class)
            : java.types().entity(changes.entity()).record();
    return FunctionClass.constant(
            ParameterizedTypeName.get(
                RuntimeTypes.WORKER_DEFINITION, java.recordSeenBy(worker), state),
            "DEFINITION")
        .initializer(steps.build())
        .build();
  }
}
