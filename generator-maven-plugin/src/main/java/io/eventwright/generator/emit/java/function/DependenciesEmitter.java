package io.eventwright.generator.emit.java.function;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.GeneratedFile;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** How each dependency of the system is called, in one class that its functions share. */
public record DependenciesEmitter(SystemJava java) {

  /** One file, or none for a system without dependencies. */
  public List<GeneratedFile> emit() {
    if (java.system().dependencies().isEmpty()) {
      return List.of();
    }
    ClassName name = java.names().dependencies();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    "How the dependencies of {@code %s} are called."
                        .formatted(java.system().name())));
    java.system().dependencies().forEach(dependency -> type.addField(settings(dependency)));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return List.of(java.file(name, type.build()));
  }

  private static FieldSpec settings(DependencyModel dependency) {
    DependencyModel.Breaker breaker = dependency.breaker();
    return FieldSpec.builder(
            RuntimeTypes.DEPENDENCY_SETTINGS,
            JavaNames.constantName(dependency.name()),
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(
            CodeBlock.builder()
                .add(
                    "\n$>$>$T.of($S, $L)",
                    RuntimeTypes.DEPENDENCY_SETTINGS,
                    dependency.name(),
                    duration(dependency.timeout()))
                .add("$>$>")
                .add(attempts(dependency))
                .add(
                    "\n.withBreaker($T.of($L, $L, $L)$L)$<$<$<$<",
                    RuntimeTypes.BREAKER_SETTINGS,
                    breaker.failurePercent(),
                    breaker.window(),
                    duration(breaker.open()),
                    breaker.permits() == 1 ? "" : ".permitting(" + breaker.permits() + ")")
                .build())
        .build();
  }

  private static CodeBlock attempts(DependencyModel dependency) {
    return dependency.attempts() == DependencyModel.ATTEMPTS
        ? CodeBlock.of("")
        : CodeBlock.of("\n.withAttempts($L)", dependency.attempts());
  }

  private static CodeBlock duration(Duration duration) {
    return duration.toMillisPart() == 0
        ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.toSeconds())
        : CodeBlock.of("$T.ofMillis($L)", Duration.class, duration.toMillis());
  }
}
