package io.eventwright.generator.emit.java.saga;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** An interface per saga: it makes the events that say how the saga ended. */
public record SagaInterfaceEmitter(SystemJava java) {

  /** One file per saga, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().sagas().stream().map(this::saga).toList();
  }

  private GeneratedFile saga(SagaModel saga) {
    ClassName name = java.names().saga(saga.name());
    SagaMethods methods = new SagaMethods(java, saga);
    return java.file(
        name,
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocText.of(
                    "How the saga {@code %s} ends. {@code %s} starts it; its steps are %s."
                        .formatted(saga.name(), saga.on().delivered().wireType(), steps(saga)),
                    "Both methods are pure: asked again, they make the same event.",
                    "Implemented by {@code %s}. One instance serves many threads."
                        .formatted(saga.className())))
            .addMethod(
                methods
                    .done()
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addJavadoc("Every step took effect.\n")
                    .addJavadoc("\n@param event that started the saga\n")
                    .build())
            .addMethod(
                methods
                    .undone()
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addJavadoc("A step could not be done, and those before it were undone.\n")
                    .addJavadoc("\n@param event that started the saga\n")
                    .addJavadoc("@param failure which step, and why\n")
                    .build())
            .build());
  }

  private static String steps(SagaModel saga) {
    return saga.steps().stream()
        .map(SagaInterfaceEmitter::words)
        .collect(Collectors.joining(", then "));
  }

  private static String words(SagaStep step) {
    SagaStep.Named undo = step.undo();
    return undo == null
        ? "{@code %s}".formatted(step.name())
        : "{@code %s} (undone by {@code %s})".formatted(step.name(), undo.value());
  }
}
