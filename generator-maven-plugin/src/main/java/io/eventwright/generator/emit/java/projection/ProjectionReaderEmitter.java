package io.eventwright.generator.emit.java.projection;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.PathType;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.RowSort;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A class per projection that reads its rows. */
public record ProjectionReaderEmitter(SystemJava java) {

  /** One file per projection, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().projections().stream().map(this::reader).toList();
  }

  private GeneratedFile reader(ProjectionModel projection) {
    SchemaClasses classes = java.types().row(projection.name());
    ClassName name = java.names().projectionReader(projection.name());
    return java.file(
        name,
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    ("Reads {@code %s}, which follows its events: a row says how far it has seen"
                            + " its subject.")
                        .formatted(projection.name()),
                    classes.description(),
                    "Safe under many threads."))
            .addField(type(projection, classes))
            .addField(
                ParameterizedTypeName.get(RuntimeTypes.PROJECTION_READER, classes.record()),
                "reader",
                Modifier.PRIVATE,
                Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(RuntimeTypes.SYSTEM_RUNTIME, "runtime")
                    .addStatement("reader = runtime.projection(TYPE)")
                    .build())
            .addMethod(rows(projection, classes.record()))
            .build());
  }

  private FieldSpec type(ProjectionModel projection, SchemaClasses classes) {
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.PROJECTION_TYPE, classes.record()),
            "TYPE",
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc("How the runtime reads, checks and writes its rows.\n")
        .initializer(
            "\n$>$>new $T<>(\n$>$>$S, $L, $L$L)$L$<$<$<$<",
            RuntimeTypes.PROJECTION_TYPE,
            projection.name(),
            classes.codec(),
            CodeBlock.join(classes.validators(), ", "),
            java.sealing(java.system().subjects().get(projection.rowSchema()), classes),
            layout(projection))
        .build();
  }

  /** How its rows are spread and sorted, where the file says it. */
  private static CodeBlock layout(ProjectionModel projection) {
    CodeBlock.Builder layout = CodeBlock.builder();
    if (projection.shards() > 1) {
      layout.add("\n.sharded($L)", projection.shards());
    }
    RowSort sort = projection.sort();
    if (sort != null) {
      layout.add(
          "\n.$L($L)",
          sort.descending() ? "descendingBy" : "ascendingBy",
          CodeBlock.join(
              sort.path().stream().map(name -> CodeBlock.of("$S", name)).toList(), ", "));
    }
    return layout.build();
  }

  private MethodSpec rows(ProjectionModel projection, TypeName row) {
    PathType key = java.types().at(projection.from().get(0).delivered(), projection.key());
    String parameter = projection.key().get(projection.key().size() - 1);
    TypeName cursor =
        ClassName.get(String.class).annotated(AnnotationSpec.builder(Nullable.class).build());
    return MethodSpec.methodBuilder("rows")
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                RuntimeTypes.PAGE, ParameterizedTypeName.get(RuntimeTypes.PROJECTION_ROW, row)))
        .addParameter(key.type(), parameter)
        .addParameter(cursor, "cursor")
        .addParameter(int.class, "limit")
        .addStatement("return reader.rows($L, cursor, limit)", key.text(CodeBlock.of(parameter)))
        .addJavadoc(
            projection.sort() == null
                ? "The rows under one key.\n\n"
                : "The rows under one key, the "
                    + (projection.sort().descending() ? "largest" : "smallest")
                    + " {@code "
                    + String.join(".", projection.sort().path())
                    + "} first.\n\n")
        .addJavadoc("@param cursor the page before's {@code next()}; null for the first page\n")
        .addJavadoc("@param limit how many at most\n")
        .build();
  }
}
