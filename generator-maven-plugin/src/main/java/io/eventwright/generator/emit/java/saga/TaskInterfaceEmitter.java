package io.eventwright.generator.emit.java.saga;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;
import javax.lang.model.element.Modifier;

/** An interface for each container's task of a saga. */
public record TaskInterfaceEmitter(SystemJava java) {

  /** One file per task, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().sagas().stream()
        .flatMap(saga -> saga.tasks().map(task -> task(saga, task)))
        .toList();
  }

  private GeneratedFile task(SagaModel saga, SagaStep.Task task) {
    ClassName name = java.names().task(saga.name(), task.name());
    return java.file(
        name,
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocText.of(
                    "What the step {@code %s} of the saga {@code %s} does in a container."
                        .formatted(task.name(), saga.name()),
                    "It may be asked again when an attempt failed or its end was not heard of, and"
                        + " is told the same {@code event.envelope().id()} each time: what it does to others"
                        + " should be known by that.",
                    "Implemented by {@code %s}.".formatted(task.work().value())))
            .addMethod(method(task))
            .build());
  }

  private MethodSpec method(SagaStep.Task task) {
    MethodSpec.Builder method =
        new TaskMethod(java, task)
            .signature()
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .addJavadoc("Does it, within %s.\n".formatted(words(task)))
            .addJavadoc("\n@param event whose data the step has filled\n");
    if (task.returns() != null) {
      method.addJavadoc("@return what the saga goes on with\n");
    }
    return method
        .addJavadoc("@throws Exception when it could not be done, or not to its end\n")
        .build();
  }

  private static String words(SagaStep.Task task) {
    long seconds = task.timeout().toSeconds();
    return seconds % 3600 == 0
        ? seconds / 3600 + " hours"
        : seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
  }
}
