package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.UpcastStep;
import io.eventwright.generator.emit.java.projection.RowMethod;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.Subscription;
import java.util.List;

/** The Lambda handler of each projection, which writes its rows. */
public record ProjectionFunctionEmitter(SystemJava java) {

  /** One file per projection, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().projections().stream().map(this::function).toList();
  }

  private GeneratedFile function(ProjectionModel projection) {
    ClassName name = java.names().projectionFunction(projection.name());
    return java.file(
        name,
        FunctionClass.of(
            name,
            "The Lambda handler of the projection {@code %s}, %s."
                .formatted(projection.name(), FedHandler.words(projection.feed())),
            List.of(usersCode(projection), definition(projection)),
            FedHandler.ofProjection(projection.feed())));
  }

  private FieldSpec usersCode(ProjectionModel projection) {
    return FunctionClass.constant(java.names().projection(projection.name()), "PROJECTION")
        .initializer("new $T()", ClassName.bestGuess(projection.className()))
        .build();
  }

  private FieldSpec definition(ProjectionModel projection) {
    CodeBlock.Builder steps = CodeBlock.builder();
    steps.add(
        "\n$>$>$T.of($T.TYPE)$>$>",
        RuntimeTypes.PROJECTION_DEFINITION,
        java.names().projectionReader(projection.name()));
    projection.from().forEach(subscription -> steps.add(source(projection, subscription)));
    steps.add("\n.build()$<$<$<$<");
    return FunctionClass.constant(
            ParameterizedTypeName.get(
                RuntimeTypes.PROJECTION_DEFINITION, java.types().row(projection.name()).record()),
            "DEFINITION")
        .initializer(steps.build())
        .build();
  }

  private CodeBlock source(ProjectionModel projection, Subscription subscription) {
    EventRef delivered = subscription.delivered();
    CodeBlock key =
        java.types().at(delivered, projection.key()).textOf(CodeBlock.of("event.data()"));
    String row = new RowMethod(java, projection).name(delivered);
    List<UpcastStep> upcasts = UpcastStep.of(subscription);
    CodeBlock.Builder source = CodeBlock.builder();
    source.add(
        "\n.from(\n$>$>$L,\nevent -> $L,\nPROJECTION::$L)$<$<", java.constant(delivered), key, row);
    for (int i = 0; i < upcasts.size(); i++) {
      source.add(
          "\n.upcasting(\n$>$>$L,\n$L::upcast,\n($T event) -> $L,\nPROJECTION::$L)$<$<",
          java.constant(upcasts.get(i).from()),
          UpcastStep.chain(java.names(), upcasts.subList(i, upcasts.size())),
          java.eventOf(delivered),
          key,
          row);
    }
    return source.build();
  }
}
