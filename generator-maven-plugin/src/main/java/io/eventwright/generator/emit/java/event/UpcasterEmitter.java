package io.eventwright.generator.emit.java.event;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.UpcastStep;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import javax.lang.model.element.Modifier;

/** An interface for each pair of neighbouring majors that a consumer has to cross. */
public record UpcasterEmitter(SystemJava java) {

  /** One file per pair, sorted by event type and major. */
  public List<GeneratedFile> emit() {
    return UpcastStep.neededBy(java.system()).stream().map(this::upcaster).toList();
  }

  private GeneratedFile upcaster(UpcastStep step) {
    ClassName older = java.types().event(step.from()).record();
    ClassName newer = java.types().event(step.to()).record();
    ClassName name = java.names().upcaster(step.from(), step.to());
    return java.file(
        name,
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(FunctionalInterface.class)
            .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.UPCASTER, older, newer))
            .addJavadoc(
                JavadocText.of(
                    ("Turns {@code %s} into {@code %s}, so that consumers of the newer major"
                            + " understand what old producers still publish.")
                        .formatted(step.from().wireType(), step.to().wireType()),
                    "Implemented by {@code %s}. One instance serves many threads."
                        .formatted(java.names().usersUpcaster(step.from(), step.to()))))
            .addMethod(
                MethodSpec.methodBuilder("upcast")
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addAnnotation(Override.class)
                    .returns(newer)
                    .addParameter(older, "old")
                    .addJavadoc("The same fact in the words of version $L.\n", step.to().major())
                    .build())
            .build());
  }
}
