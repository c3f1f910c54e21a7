package io.eventwright.generator.emit.java.worker;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** An interface per worker, with exactly the types that it declared. */
public record WorkerInterfaceEmitter(SystemJava java) {

  /** One file per worker, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().workers().stream().map(this::worker).toList();
  }

  private GeneratedFile worker(WorkerModel worker) {
    ClassName name = java.names().worker(worker.name());
    WorkerJavadoc javadoc = new WorkerJavadoc(java, worker);
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(javadoc.ofInterface());
    if (worker.foldsWindows()) {
      type.addMethod(
          new FoldMethod(java, worker)
              .signature()
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .addJavadoc(javadoc.ofFold())
              .build());
    }
    type.addMethod(decide(worker, javadoc));
    ConditionMethods conditions = new ConditionMethods(java, worker);
    type.addMethod(conditions.requires());
    if (worker.changes() != null) {
      type.addMethod(conditions.ensures());
    }
    worker.emits().forEach(event -> type.addMethod(emission(event)));
    return java.file(name, type.build());
  }

  private MethodSpec decide(WorkerModel worker, WorkerJavadoc javadoc) {
    MethodSpec.Builder decide =
        new DecideMethod(java, worker)
            .signature()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(javadoc.ofDecide());
    return worker.foldsWindows()
        ? decide
            .addModifiers(Modifier.DEFAULT)
            .addStatement("return $T.publish(emit(event.data()))", RuntimeTypes.DECISION)
            .build()
        : decide.addModifiers(Modifier.ABSTRACT).build();
  }

  private MethodSpec emission(EventRef event) {
    ClassName record = java.types().event(event).record();
    return MethodSpec.methodBuilder("emit")
        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
        .returns(ParameterizedTypeName.get(RuntimeTypes.EMISSION, record))
        .addParameter(record, "data")
        .addStatement("return new $T<>($L, data)", RuntimeTypes.EMISSION, java.constant(event))
        .addJavadoc("A {@code $L} for the decision to publish.\n", event.wireType())
        .build();
  }
}
