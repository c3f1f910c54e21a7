package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.saga.SagaMethods;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import java.util.List;

/** The Lambda handler of each saga's end, which publishes how it went. */
public record SagaEndFunctionEmitter(SystemJava java) {

  /** One file per saga, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().sagas().stream().map(this::function).toList();
  }

  private GeneratedFile function(SagaModel saga) {
    ClassName name = java.names().sagaEndFunction(saga.name());
    return java.file(
        name,
        FunctionClass.of(
            name,
            "The Lambda handler at the end of the saga {@code %s}.".formatted(saga.name()),
            List.of(usersCode(saga), definition(saga)),
            CodeBlock.of(
                "$T.of(DEFINITION, $T.fromEnvironment())",
                RuntimeTypes.SAGA_END_FUNCTION,
                RuntimeTypes.SYSTEM_RUNTIME)));
  }

  private FieldSpec usersCode(SagaModel saga) {
    return FunctionClass.constant(java.names().saga(saga.name()), "SAGA")
        .initializer("new $T()", ClassName.bestGuess(saga.className()))
        .build();
  }

  private FieldSpec definition(SagaModel saga) {
    EventRef started = saga.on().delivered();
    SagaMethods methods = new SagaMethods(java, saga);
    return FunctionClass.constant(
            ParameterizedTypeName.get(
                RuntimeTypes.SAGA_DEFINITION, java.types().event(started).record()),
            "DEFINITION")
        .initializer(
            CodeBlock.builder()
                .add("\n$>$>$T.named($S, ", RuntimeTypes.SAGA_DEFINITION, saga.name())
                .add("$L)$>$>", java.constant(started))
                .add(Upcasting.steps(java, saga.on()))
                .add("\n.done($L, SAGA::$L)", java.constant(saga.done()), methods.doneName())
                .add("\n.undone($L, SAGA::$L)", java.constant(saga.undone()), methods.undoneName())
                .add("\n.build()$<$<$<$<")
                .build())
        .build();
  }
}
