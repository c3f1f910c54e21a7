package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import java.util.Map;

/** The Lambda handler that shows the changed rows of projections to browsers. */
public record PushFunctionEmitter(SystemJava java) {

  /** One file; none when nothing is shown. */
  public List<GeneratedFile> emit() {
    List<CodeBlock> channels =
        java.system().projections().stream()
            .filter(projection -> projection.push() != null)
            .map(
                projection ->
                    CodeBlock.of(
                        "$T.entry($S, $S)", Map.class, projection.name(), projection.push()))
            .toList();
    if (channels.isEmpty()) {
      return List.of();
    }
    ClassName name = java.names().pushFunction();
    return List.of(
        java.file(
            name,
            FunctionClass.of(
                name,
                "The Lambda handler that shows changed rows to browsers, fed by the stream of the"
                    + " table of read models: of each row the last state of a batch.",
                List.of(),
                CodeBlock.of(
                    "$T.of($T.ofEntries($L), $T.fromEnvironment())",
                    RuntimeTypes.PUSH_FUNCTION,
                    Map.class,
                    CodeBlock.join(channels, ", "),
                    RuntimeTypes.SYSTEM_RUNTIME))));
  }
}
