package io.eventwright.generator.emit.java.projection;

import com.palantir.javapoet.MethodSpec;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.ProjectionModel;

/** A projection's method, said once for its interface and a stub. */
public record RowMethod(SystemJava java, ProjectionModel projection) {

  /** {@code row} for one of the events, without modifiers and body. */
  public MethodSpec.Builder signature(EventRef event) {
    return MethodSpec.methodBuilder("row")
        .returns(java.types().row(projection.name()).record())
        .addParameter(java.eventOf(event), "event");
  }
}
