package io.eventwright.generator.emit.java.worker;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker's one method: its interface declares it, its handler calls it, and a stub overrides it,
 * so its shape is said here once.
 */
public record DecideMethod(SystemJava java, WorkerModel worker) {

  /** {@code decide} with its parameters, without modifiers and body. */
  public MethodSpec.Builder signature() {
    MethodSpec.Builder decide =
        MethodSpec.methodBuilder("decide")
            .returns(ParameterizedTypeName.get(RuntimeTypes.DECISION, state()))
            .addParameter(java.eventSeenBy(worker), "event");
    if (readsObjects()) {
      decide.addParameter(RuntimeTypes.STORED_OBJECTS.nestedClass("Content"), "content");
    }
    WorkerModel.EntityKey changes = worker.changes();
    if (changes != null) {
      decide.addParameter(
          ParameterizedTypeName.get(RuntimeTypes.ENTITY_STATE, state()),
          JavaNames.memberName(changes.entity()));
    }
    worker
        .uses()
        .forEach(
            used -> {
              decide.addParameter(
                  reconciles(used) ? RuntimeTypes.RECONCILED_DEPENDENCY : RuntimeTypes.DEPENDENCY,
                  JavaNames.memberName(used));
              if (hasSecret(used)) {
                decide.addParameter(RuntimeTypes.SECRET, JavaNames.memberName(used + "-secret"));
              }
            });
    return worker.uses().isEmpty()
        ? decide
        : decide.addException(RuntimeTypes.DEPENDENCY_UNAVAILABLE);
  }

  /** The last step of the definition's builder, which calls it. */
  public CodeBlock decidedBy(String instance) {
    boolean changesNothing = worker.changes() == null;
    if (readsObjects() && worker.uses().isEmpty()) {
      return CodeBlock.of(
          ".decidedBy((event, none) -> $L.decide(event, OBJECTS.of(event.data())))", instance);
    }
    if (worker.uses().isEmpty()) {
      return changesNothing
          ? CodeBlock.of(".decidedBy((event, none) -> $L.decide(event))", instance)
          : CodeBlock.of(".decidedBy($L::decide)", instance);
    }
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("event"));
    if (readsObjects()) {
      arguments.add(CodeBlock.of("OBJECTS.of(event.data())"));
    }
    if (!changesNothing) {
      arguments.add(CodeBlock.of("state"));
    }
    worker
        .uses()
        .forEach(
            used -> {
              arguments.add(
                  CodeBlock.of(
                      "dependencies.$L($S)", reconciles(used) ? "reconciled" : "named", used));
              if (hasSecret(used)) {
                arguments.add(CodeBlock.of("dependencies.secret($S)", used));
              }
            });
    return CodeBlock.of(
        ".decidedUsing(\n$>$>(event, $L, dependencies) ->\n$>$>$L.decide($L))$<$<$<$<",
        changesNothing ? "none" : "state",
        instance,
        CodeBlock.join(arguments, ",$W"));
  }

  /** Whether it is told of objects, whose content it may read. */
  public boolean readsObjects() {
    return worker.trigger() instanceof Trigger.Bucket;
  }

  private boolean reconciles(String used) {
    return java.system().dependencies().stream()
        .anyMatch(each -> each.name().equals(used) && each.reconcile());
  }

  private boolean hasSecret(String used) {
    return java.system().dependencies().stream()
        .anyMatch(each -> each.name().equals(used) && each.secret() != null);
  }

  private TypeName state() {
    WorkerModel.EntityKey changes = worker.changes();
    return changes == null
        ? ClassName.get(Void.class)
        : java.types().entity(changes.entity()).record();
  }
}
