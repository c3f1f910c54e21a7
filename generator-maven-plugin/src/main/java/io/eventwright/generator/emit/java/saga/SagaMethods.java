package io.eventwright.generator.emit.java.saga;

import com.palantir.javapoet.MethodSpec;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import javax.lang.model.SourceVersion;

/**
 * A saga's two methods, said once for its interface, its handler and a stub. They are named after
 * their events, {@code completed} and {@code cancelled}, unless that gives no two names.
 */
public record SagaMethods(SystemJava java, SagaModel saga) {

  /** Makes the event of a saga that succeeded; without modifiers and body. */
  public MethodSpec.Builder done() {
    return MethodSpec.methodBuilder(doneName())
        .returns(java.types().event(saga.done()).record())
        .addParameter(java.eventOf(saga.on().delivered()), "event");
  }

  /** Makes the event of a saga that was undone; without modifiers and body. */
  public MethodSpec.Builder undone() {
    return MethodSpec.methodBuilder(undoneName())
        .returns(java.types().event(saga.undone()).record())
        .addParameter(java.eventOf(saga.on().delivered()), "event")
        .addParameter(RuntimeTypes.SAGA_FAILURE, "failure");
  }

  /** What {@link #done()} is called. */
  public String doneName() {
    return namedAfterEvents() ? lastWord(saga.done()) : "done";
  }

  /** What {@link #undone()} is called. */
  public String undoneName() {
    return namedAfterEvents() ? lastWord(saga.undone()) : "undone";
  }

  private boolean namedAfterEvents() {
    String done = lastWord(saga.done());
    String undone = lastWord(saga.undone());
    return !done.equals(undone) && SourceVersion.isName(done) && SourceVersion.isName(undone);
  }

  private static String lastWord(EventRef event) {
    return JavaNames.memberName(event.name().substring(event.name().lastIndexOf('-') + 1));
  }
}
