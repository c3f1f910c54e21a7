package io.eventwright.generator.emit.java.worker;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.Requirement;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What a worker's class may say in Java of what must hold before and after its decisions. */
record ConditionMethods(SystemJava java, WorkerModel worker) {

  MethodSpec requires() {
    MethodSpec.Builder requires =
        method("requires")
            .addJavadoc(
                JavadocText.of(
                    "What must hold before it decides; where it does not, the event is refused"
                        + " with the code, and that is recorded."
                        + declared(worker.requires())));
    if (worker.changes() != null) {
      requires.addParameter(ParameterizedTypeName.get(RuntimeTypes.ENTITY_STATE, state()), name());
    }
    return requires.build();
  }

  MethodSpec ensures() {
    return method("ensures")
        .addParameter(ParameterizedTypeName.get(RuntimeTypes.ENTITY_STATE, state()), "before")
        .addParameter(state(), "next")
        .addJavadoc(
            JavadocText.of(
                "What must hold of the next version; where it does not, nothing is written and"
                    + " the event is quarantined."
                    + declared(worker.ensures())))
        .build();
  }

  private MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .returns(RuntimeTypes.CONDITION)
        .addParameter(java.eventSeenBy(worker), "event")
        .addStatement("return $T.holds()", RuntimeTypes.CONDITION);
  }

  private static String declared(List<Requirement> requirements) {
    return requirements.isEmpty()
        ? ""
        : " Besides what {@code system.yaml} declares: "
            + requirements.stream()
                .map(
                    each ->
                        "{@code "
                            + each.code()
                            + "} ("
                            + each.conditions().stream()
                                .map(ConditionText::of)
                                .map(JavadocText::escape)
                                .collect(Collectors.joining("; "))
                            + ")")
                .collect(Collectors.joining(", "))
            + ".";
  }

  private String name() {
    return JavaNames.memberName(changes().entity());
  }

  private TypeName state() {
    return java.types().entity(changes().entity()).record();
  }

  private WorkerModel.EntityKey changes() {
    return Objects.requireNonNull(worker.changes());
  }
}
