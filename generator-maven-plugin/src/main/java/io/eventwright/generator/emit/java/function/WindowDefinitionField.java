package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.worker.DecideMethod;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;

/** The definition of a worker that folds windows: how it folds, and how it decides at the end. */
record WindowDefinitionField(SystemJava java, WorkerModel worker) {

  FieldSpec field() {
    Subscription consumed = java.consumedBy(worker);
    EventRef delivered = consumed.delivered();
    EventRef into = java.decidedOn(worker);
    Channel.Stream stream = (Channel.Stream) worker.feed().channel();
    CodeBlock.Builder steps = CodeBlock.builder();
    steps.add(
        "\n$>$>$T.folding($L, $L)$>$>",
        RuntimeTypes.WINDOW_DEFINITION,
        java.constant(delivered),
        java.constant(into));
    steps.add(Upcasting.steps(java, consumed));
    steps.add(
        "\n.groupedBy(event -> $L)",
        java.types().at(delivered, stream.by()).textOf(CodeBlock.of("event.data()")));
    steps.add("\n.by(WORKER::fold)\n.closedBy(\n$>$>");
    steps.add(
        "$T.named($S, $L)$>$>", RuntimeTypes.WORKER_DEFINITION, worker.name(), java.constant(into));
    steps.add(
        "\n.emits($L)",
        CodeBlock.join(worker.emits().stream().map(java::constant).toList(), ",$W"));
    steps.add(ConditionSteps.of(worker));
    steps.add("\n$L)$<$<$<$<$<$<$<$<", new DecideMethod(java, worker).decidedBy("WORKER"));
    return FunctionClass.constant(
            ParameterizedTypeName.get(
                RuntimeTypes.WINDOW_DEFINITION,
                java.types().event(delivered).record(),
                java.types().event(into).record(),
                ClassName.get(Void.class)),
            "DEFINITION")
        .initializer(steps.build())
        .build();
  }
}
