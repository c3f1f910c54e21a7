package io.eventwright.generator.emit.java.event;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.SystemNames;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A class per event type, with a constant for each of its majors. */
public record EventTypeEmitter(SystemJava java) {

  /** One file per event type, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().events().stream()
        .map(EventContract::name)
        .distinct()
        .map(this::eventType)
        .toList();
  }

  private GeneratedFile eventType(String event) {
    ClassName name = java.names().eventType(event);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    "The event type {@code %s}: a constant for each major.".formatted(event)));
    java.majorsOf(event).forEach(contract -> type.addField(constant(contract)));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return java.file(name, type.build());
  }

  private FieldSpec constant(EventContract contract) {
    SchemaClasses classes = java.types().event(contract.ref());
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.EVENT_TYPE, classes.record()),
            SystemNames.majorConstant(contract.ref()),
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc(JavadocText.of(versions(contract), classes.description()))
        .initializer(
            CodeBlock.builder()
                .add("\n$>$>new $T<>($>$>", RuntimeTypes.EVENT_TYPE)
                .add("\n$S,", java.sourceOf(contract.name()))
                .add("\n$S,", contract.name())
                .add("\n$L,", contract.major())
                .add("\n$L,", classes.codec())
                .add(
                    "\n$T.of($L)$L)$<$<$<$<",
                    List.class,
                    CodeBlock.join(classes.validators(), ",$W"),
                    java.sealing(contract.ref(), classes))
                .build())
        .build();
  }

  private static String versions(EventContract contract) {
    String versions =
        contract.minors().stream()
            .map(minor -> contract.major() + "." + minor.minor())
            .collect(Collectors.joining(", "));
    return "{@code %s} on the wire: version%s %s."
        .formatted(contract.ref().wireType(), contract.minors().size() == 1 ? "" : "s", versions);
  }
}
