package io.eventwright.generator.emit.java.saga;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaStep;

/** A container task's one method, said once for its interface, its main and a stub. */
public record TaskMethod(SystemJava java, SagaStep.Task task) {

  /** What it is called. */
  public static final String NAME = "run";

  /** Does the work; without modifiers and body. */
  public MethodSpec.Builder signature() {
    EventRef returns = task.returns();
    return MethodSpec.methodBuilder(NAME)
        .returns(returns == null ? TypeName.VOID : java.types().event(returns).record())
        .addParameter(java.eventOf(task.takes()), "event")
        .addException(Exception.class);
  }
}
