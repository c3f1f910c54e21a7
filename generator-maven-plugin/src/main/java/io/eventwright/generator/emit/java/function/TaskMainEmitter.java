package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.saga.TaskMethod;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The {@code main} of each container's task. */
public record TaskMainEmitter(SystemJava java) {

  /** One file per task, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().sagas().stream()
        .flatMap(saga -> saga.tasks().map(task -> main(saga, task)))
        .toList();
  }

  private GeneratedFile main(SagaModel saga, SagaStep.Task task) {
    ClassName name = java.names().taskMain(saga.name(), task.name());
    return java.file(
        name,
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    "What the container of the step {@code %s} of the saga {@code %s} runs."
                        .formatted(task.name(), saga.name())))
            .addField(definition(saga, task))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("main")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("Does what it is asked for, once, and ends the process.\n")
                    .addJavadoc("\n@param arguments none\n")
                    .addParameter(String[].class, "arguments")
                    .addStatement(
                        "$T.of(DEFINITION, $T.fromEnvironment()).exit()",
                        RuntimeTypes.TASK_RUN,
                        RuntimeTypes.SYSTEM_RUNTIME)
                    .build())
            .build());
  }

  private FieldSpec definition(SagaModel saga, SagaStep.Task task) {
    EventRef returns = task.returns();
    ClassName users = ClassName.bestGuess(task.work().value());
    CodeBlock work =
        returns == null
            ? CodeBlock.of("new $T()::$L", users, TaskMethod.NAME)
            : CodeBlock.of("$L,$Wnew $T()::$L", java.constant(returns), users, TaskMethod.NAME);
    return FunctionClass.constant(
            ParameterizedTypeName.get(
                RuntimeTypes.TASK_DEFINITION, java.types().event(task.takes()).record()),
            "DEFINITION")
        .initializer(
            "\n$>$>$T.$L($S,$W$S,$W$L,$W$L)$<$<",
            RuntimeTypes.TASK_DEFINITION,
            returns == null ? "doing" : "returning",
            saga.name(),
            task.name(),
            java.constant(task.takes()),
            work)
        .build();
  }
}
