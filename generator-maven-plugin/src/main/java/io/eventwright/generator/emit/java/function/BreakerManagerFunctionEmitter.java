package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;

/** The Lambda handler that pauses what feeds workers while their dependencies are down. */
public record BreakerManagerFunctionEmitter(SystemJava java) {

  /** One file, or none for a system without dependencies. */
  public List<GeneratedFile> emit() {
    List<CodeBlock> workers =
        java.system().workers().stream()
            .filter(worker -> !worker.uses().isEmpty())
            .map(BreakerManagerFunctionEmitter::managed)
            .toList();
    if (workers.isEmpty()) {
      return List.of();
    }
    ClassName name = java.names().breakerManagerFunction();
    return List.of(
        java.file(
            name,
            FunctionClass.of(
                name,
                "The Lambda handler that pauses what feeds workers while their dependencies are"
                    + " down, and resumes it for a probe: woken by breakers' transitions, and once"
                    + " a minute.",
                List.of(),
                CodeBlock.of(
                    "$T.of(\n$>$>$T.of($>$>\n$L),\n$<$<$T.fromEnvironment())$<$<",
                    RuntimeTypes.BREAKER_MANAGER_FUNCTION,
                    List.class,
                    CodeBlock.join(workers, ",\n"),
                    RuntimeTypes.SYSTEM_RUNTIME))));
  }

  private static CodeBlock managed(WorkerModel worker) {
    return CodeBlock.of(
        "new $T($S, $T.of($L))",
        RuntimeTypes.MANAGED_WORKER,
        worker.name(),
        List.class,
        CodeBlock.join(
            worker.uses().stream().map(used -> CodeBlock.of("$S", used)).toList(), ", "));
  }
}
