package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;

/** The Lambda handler that publishes what was committed, woken by the log and by a schedule. */
public record RelayFunctionEmitter(SystemJava java) {

  /** One file. */
  public List<GeneratedFile> emit() {
    ClassName name = java.names().relayFunction();
    return List.of(
        java.file(
            name,
            FunctionClass.of(
                name,
                "The Lambda handler that publishes committed events, in order per entity: woken by"
                    + " the log's stream, and on a schedule for what that missed.",
                List.of(),
                CodeBlock.of(
                    "$T.of($T.fromEnvironment())",
                    RuntimeTypes.RELAY_FUNCTION,
                    RuntimeTypes.SYSTEM_RUNTIME))));
  }
}
