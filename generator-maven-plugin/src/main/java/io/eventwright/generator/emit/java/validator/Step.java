package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a verdict.
 *
 * @param code statements that return false when the value is refused
 * @param holds the condition that the step comes down to, null when it is more than a condition
 */
record Step(CodeBlock code, @Nullable CodeBlock holds) {

  /** Statements that are more than a condition. */
  static Step of(CodeBlock code) {
    return new Step(code, null);
  }

  /** A condition, in both its forms: what must hold, and when it does not. */
  static Step condition(CodeBlock holds, CodeBlock fails) {
    return new Step(CodeBlock.of("if ($L) {\n$>return false;\n$<}\n", fails), holds);
  }

  /** A call, or another expression that needs no parentheses, that must be true. */
  static Step require(CodeBlock holds) {
    return condition(holds, CodeBlock.of("!$L", holds));
  }

  /** The steps as a body that ends in a verdict: a single expression where they come to that. */
  static CodeBlock body(List<Step> steps) {
    if (steps.isEmpty()) {
      return CodeBlock.of("return true;\n");
    }
    if (steps.stream().allMatch(step -> step.holds() != null)) {
      List<CodeBlock> conditions =
          steps.stream().map(step -> CodeBlock.of("$L", step.holds())).toList();
      return CodeBlock.of("return $L;\n", CodeBlock.join(conditions, "\n&& "));
    }
    CodeBlock.Builder body = CodeBlock.builder();
    Step last = steps.get(steps.size() - 1);
    steps.subList(0, steps.size() - 1).forEach(step -> body.add(step.code()));
    if (last.holds() == null) {
      body.add(last.code()).addStatement("return true");
    } else {
      body.add("return $L;\n", last.holds());
    }
    return body.build();
  }
}
