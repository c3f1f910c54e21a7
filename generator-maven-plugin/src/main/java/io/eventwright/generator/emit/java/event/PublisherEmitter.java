package io.eventwright.generator.emit.java.event;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The publisher of a system, with a method for each event that comes from outside: one that no
 * worker and no saga publishes. The others have a producing entity, whose version is their order.
 */
public record PublisherEmitter(SystemJava java) {

  /** One file, or none when nothing comes from outside. */
  public List<GeneratedFile> emit() {
    List<EventContract> fromOutside =
        java.system().events().stream().filter(event -> !isProducedInside(event.ref())).toList();
    return fromOutside.isEmpty() ? List.of() : List.of(publisher(fromOutside));
  }

  private boolean isProducedInside(EventRef event) {
    return Stream.concat(
            java.system().workers().stream().flatMap(worker -> worker.emits().stream()),
            java.system().sagas().stream().flatMap(saga -> Stream.of(saga.done(), saga.undone())))
        .anyMatch(event::equals);
  }

  private GeneratedFile publisher(List<EventContract> events) {
    ClassName name = java.names().publisher();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    "Publishes what comes from outside {@code %s}. The other events are published"
                            .formatted(java.system().name())
                        + " by workers, together with the change that they tell of.",
                    "Safe under many threads."))
            .addField(RuntimeTypes.PUBLISHER, "publisher", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(RuntimeTypes.SYSTEM_RUNTIME, "runtime")
                    .addStatement("publisher = runtime.publisher()")
                    .build());
    events.forEach(event -> type.addMethod(publish(event.ref())));
    return java.file(name, type.build());
  }

  private MethodSpec publish(EventRef event) {
    return MethodSpec.methodBuilder("publish")
        .addModifiers(Modifier.PUBLIC)
        .returns(RuntimeTypes.ENVELOPE)
        .addParameter(String.class, "subject")
        .addParameter(java.types().event(event).record(), "data")
        .addStatement("return publisher.publish($L, subject, data)", java.constant(event))
        .addJavadoc("Publishes {@code $L}.\n", event.wireType())
        .addJavadoc("\n@param subject what it is about, such as {@code player/p-1}\n")
        .addJavadoc("@return the envelope that it was stored with\n")
        .addJavadoc(
            "@throws $T with every violation, before anything is sent\n",
            RuntimeTypes.INVALID_EVENT)
        .build();
  }
}
