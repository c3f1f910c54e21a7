package io.eventwright.generator.emit.java.worker;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.WorkerModel;
import org.jspecify.annotations.Nullable;

/**
 * The first method of a worker that folds windows: its interface declares it and a stub overrides
 * it, so its shape is said here once.
 */
public record FoldMethod(SystemJava java, WorkerModel worker) {

  /** {@code fold} with its parameters, without modifiers and body. */
  public MethodSpec.Builder signature() {
    ClassName folded = java.types().event(java.decidedOn(worker)).record();
    return MethodSpec.methodBuilder("fold")
        .returns(folded)
        .addParameter(folded.annotated(AnnotationSpec.builder(Nullable.class).build()), "soFar")
        .addParameter(java.eventOf(java.consumedBy(worker).delivered()), "event");
  }
}
