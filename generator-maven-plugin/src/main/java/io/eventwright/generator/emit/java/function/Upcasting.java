package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.UpcastStep;
import io.eventwright.generator.model.Subscription;
import java.util.List;

/** The steps of a definition's builder that take a subscription's older majors. */
final class Upcasting {
  private Upcasting() {}

  static CodeBlock steps(SystemJava java, Subscription subscription) {
    List<UpcastStep> steps = UpcastStep.of(subscription);
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      code.add(
          last ? "\n.upcasting($L, $L::upcast)" : "\n.upcasting(\n$>$>$L,\n$L::upcast)$<$<",
          java.constant(steps.get(i).from()),
          UpcastStep.chain(java.names(), steps.subList(i, steps.size())));
    }
    return code.build();
  }
}
