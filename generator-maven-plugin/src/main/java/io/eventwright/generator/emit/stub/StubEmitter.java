package io.eventwright.generator.emit.stub;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.UpcastStep;
import io.eventwright.generator.emit.java.projection.RowMethod;
import io.eventwright.generator.emit.java.saga.SagaMethods;
import io.eventwright.generator.emit.java.saga.TaskMethod;
import io.eventwright.generator.emit.java.worker.DecideMethod;
import io.eventwright.generator.emit.java.worker.FoldMethod;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A first version of each class that the user has to write. It compiles, and it fails every event
 * with a sentence that says what to write: refusing instead would be an outcome that is recorded,
 * and the event could not be handled later.
 */
public record StubEmitter(SystemJava java) {
  private static final String UNTIL_WRITTEN =
      "Until it is written it fails its events: they are retried and then kept in the dead-letter"
          + " queue, so that none is lost.";

  /** One file per class, paths relative to the user's source folder. */
  public List<GeneratedFile> emit() {
    return Stream.of(
            java.system().workers().stream().map(this::worker),
            java.system().sagas().stream().map(this::saga),
            java.system().sagas().stream()
                .flatMap(saga -> saga.tasks().map(task -> task(saga, task))),
            java.system().projections().stream().map(this::projection),
            UpcastStep.neededBy(java.system()).stream().map(this::upcaster))
        .flatMap(files -> files)
        .toList();
  }

  private GeneratedFile worker(WorkerModel worker) {
    ClassName name = ClassName.bestGuess(worker.className());
    return stub(
        name,
        java.names().worker(worker.name()),
        "The worker {@code %s}.".formatted(worker.name()),
        List.of(
            method(
                name,
                worker.foldsWindows()
                    ? new FoldMethod(java, worker).signature()
                    : new DecideMethod(java, worker).signature())));
  }

  private GeneratedFile saga(SagaModel saga) {
    ClassName name = ClassName.bestGuess(saga.className());
    SagaMethods methods = new SagaMethods(java, saga);
    return stub(
        name,
        java.names().saga(saga.name()),
        "How the saga {@code %s} ends.".formatted(saga.name()),
        List.of(method(name, methods.done()), method(name, methods.undone())));
  }

  private GeneratedFile task(SagaModel saga, SagaStep.Task task) {
    ClassName name = ClassName.bestGuess(task.work().value());
    return stub(
        name,
        java.names().task(saga.name(), task.name()),
        "The step {@code %s} of the saga {@code %s}, in a container."
            .formatted(task.name(), saga.name()),
        "Until it is written it fails its step, and what came before is undone.",
        List.of(method(name, new TaskMethod(java, task).signature())));
  }

  private GeneratedFile projection(ProjectionModel projection) {
    ClassName name = ClassName.bestGuess(projection.className());
    RowMethod row = new RowMethod(java, projection);
    return stub(
        name,
        java.names().projection(projection.name()),
        "The rows of {@code %s}.".formatted(projection.name()),
        projection.from().stream()
            .map(Subscription::delivered)
            .map(event -> method(name, row.signature(event)))
            .toList());
  }

  private GeneratedFile upcaster(UpcastStep step) {
    ClassName name = java.names().usersUpcaster(step.from(), step.to());
    return stub(
        name,
        java.names().upcaster(step.from(), step.to()),
        "{@code %s} as {@code %s}.".formatted(step.from().wireType(), step.to().wireType()),
        List.of(
            method(
                name,
                MethodSpec.methodBuilder("upcast")
                    .returns(java.types().event(step.to()).record())
                    .addParameter(java.types().event(step.from()).record(), "old"))));
  }

  private GeneratedFile stub(
      ClassName name, ClassName contract, String words, List<MethodSpec> methods) {
    return stub(name, contract, words, UNTIL_WRITTEN, methods);
  }

  private GeneratedFile stub(
      ClassName name,
      ClassName contract,
      String words,
      String untilWritten,
      List<MethodSpec> methods) {
    return java.usersFile(
        name,
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(contract)
            .addJavadoc(JavadocText.of(words, untilWritten))
            .addMethods(methods)
            .build());
  }

  private static MethodSpec method(ClassName owner, MethodSpec.Builder signature) {
    MethodSpec method = signature.build();
    return method.toBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(Override.class)
        .addStatement(
            CodeBlock.of(
                "throw new $T($S)",
                UnsupportedOperationException.class,
                "%s.%s is not written yet".formatted(owner.simpleName(), method.name())))
        .build();
  }
}
