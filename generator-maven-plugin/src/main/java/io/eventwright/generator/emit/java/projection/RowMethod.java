package io.eventwright.generator.emit.java.projection;

import com.palantir.javapoet.MethodSpec;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.ProjectionModel;

/**
 * A projection's methods, said once for its interface, its handler and a stub. They are named after
 * their events, {@code purchaseCompleted}: overloads would differ in type arguments only, which
 * Java does not tell apart.
 */
public record RowMethod(SystemJava java, ProjectionModel projection) {

  /** The method for one of the events, without modifiers and body. */
  public MethodSpec.Builder signature(EventRef event) {
    return MethodSpec.methodBuilder(name(event))
        .returns(java.types().row(projection.name()).record())
        .addParameter(java.eventOf(event), "event");
  }

  /** What it is called; with the major where the projection is fed from several of them. */
  public String name(EventRef event) {
    long majors =
        projection.from().stream().filter(each -> each.event().equals(event.name())).count();
    String name = JavaNames.memberName(event.name());
    return majors == 1 ? name : name + "V" + event.major();
  }
}
