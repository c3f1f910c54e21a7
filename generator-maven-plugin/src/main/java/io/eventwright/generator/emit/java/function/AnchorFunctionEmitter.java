package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;

/** The Lambda handler that keeps the heads of the log's chains where nobody can change them. */
public record AnchorFunctionEmitter(SystemJava java) {

  /** One file. */
  public List<GeneratedFile> emit() {
    ClassName name = java.names().anchorFunction();
    return List.of(
        java.file(
            name,
            FunctionClass.of(
                name,
                "The Lambda handler that keeps the newest hash of every entity's log in a locked"
                    + " bucket, once a day.",
                List.of(),
                CodeBlock.of(
                    "$T.of($T.fromEnvironment())",
                    RuntimeTypes.ANCHOR_FUNCTION,
                    RuntimeTypes.SYSTEM_RUNTIME))));
  }
}
