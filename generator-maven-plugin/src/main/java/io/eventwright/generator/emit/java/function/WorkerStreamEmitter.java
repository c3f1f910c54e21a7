package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A class per worker behind a stream, that reads in batch what the stream retains. */
public record WorkerStreamEmitter(SystemJava java) {

  /** One file per worker behind a stream, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().workers().stream()
        .filter(worker -> worker.trigger() != null)
        .filter(worker -> worker.feed().channel() instanceof Channel.Stream)
        .map(this::reader)
        .toList();
  }

  private GeneratedFile reader(WorkerModel worker) {
    ClassName name = java.names().workerStream(worker.name());
    Subscription consumed = java.consumedBy(worker);
    EventRef delivered = consumed.delivered();
    ClassName record = java.types().event(delivered).record();
    return java.file(
        name,
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    "Reads in batch the events that the stream of {@code %s} retains, beside the worker."
                        .formatted(worker.name())))
            .addField(
                ParameterizedTypeName.get(RuntimeTypes.STREAM_READER, record),
                "reader",
                Modifier.PRIVATE,
                Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(RuntimeTypes.SYSTEM_RUNTIME, "runtime")
                    .addParameter(String.class, "stream")
                    .addStatement(
                        "reader = $T.of(runtime, stream, $L)$>$>$L$<$<",
                        RuntimeTypes.STREAM_READER,
                        java.constant(delivered),
                        Upcasting.steps(java, consumed))
                    .addJavadoc(
                        "@param stream its name; the template's output {@code $L} gives it\n",
                        streamOutput(worker))
                    .build())
            .addMethod(events(delivered))
            .build());
  }

  private static String streamOutput(WorkerModel worker) {
    return JavaNames.typeName(worker.name()) + "StreamName";
  }

  private MethodSpec events(EventRef delivered) {
    return MethodSpec.methodBuilder("events")
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Stream.class), java.eventOf(delivered)))
        .addParameter(Instant.class, "from")
        .addParameter(Instant.class, "to")
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Consumer.class), RuntimeTypes.STREAM_READER.nestedClass("Skipped")),
            "skipped")
        .addStatement("return reader.events(from, to, skipped)")
        .addJavadoc(
            "The events that came in from one time on and before another, those of one key in"
                + " order.\n\n")
        .addJavadoc("@param skipped told of each record that is no such event\n")
        .build();
  }
}
