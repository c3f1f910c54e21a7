package io.eventwright.generator.emit.java.projection;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.Subscription;
import java.util.List;
import javax.lang.model.element.Modifier;

/** An interface per projection: a method for each event that makes a row. */
public record ProjectionInterfaceEmitter(SystemJava java) {

  /** One file per projection, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().projections().stream().map(this::projection).toList();
  }

  private GeneratedFile projection(ProjectionModel projection) {
    ClassName name = java.names().projection(projection.name());
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocText.of(
                    ("Makes the rows of {@code %s}: one for each {@code %s} and subject of an"
                            + " event. The runtime writes a row when its event is newer than the"
                            + " one that is there.")
                        .formatted(projection.name(), String.join(".", projection.key())),
                    "It is pure: the same event gives the same row, so that the read model can be"
                        + " built anew from its events.",
                    "Implemented by {@code %s}. One instance serves many threads."
                        .formatted(projection.className())));
    projection.from().stream()
        .map(Subscription::delivered)
        .map(event -> row(projection, event))
        .forEach(
            row -> type.addMethod(row.addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT).build()));
    return java.file(name, type.build());
  }

  private MethodSpec.Builder row(ProjectionModel projection, EventRef event) {
    return new RowMethod(java, projection)
        .signature(event)
        .addJavadoc("The row that a {@code $L} leaves.\n", event.wireType());
  }
}
