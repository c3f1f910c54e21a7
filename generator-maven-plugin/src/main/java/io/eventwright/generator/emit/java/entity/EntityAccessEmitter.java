package io.eventwright.generator.emit.java.entity;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.RuntimeTypes;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.model.EntityModel;
import io.eventwright.generator.model.GeneratedFile;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A class per entity that reads it: now, at a version, and its history. */
public record EntityAccessEmitter(SystemJava java) {

  /** One file per entity, in the order of the model. */
  public List<GeneratedFile> emit() {
    return java.system().entities().stream().map(this::access).toList();
  }

  private GeneratedFile access(EntityModel entity) {
    SchemaClasses classes = java.types().entity(entity.name());
    ClassName name = java.names().entityAccess(entity.name());
    TypeName state = classes.record();
    TypeName version = ParameterizedTypeName.get(RuntimeTypes.ENTITY_VERSION, state);
    return java.file(
        name,
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                    ("Reads {@code %s}, with strong consistency. Only the decisions of workers"
                            + " change it, each by a new version.")
                        .formatted(entity.name()),
                    classes.description(),
                    "Safe under many threads."))
            .addField(type(entity, classes))
            .addField(
                ParameterizedTypeName.get(RuntimeTypes.ENTITY_READER, state),
                "reader",
                Modifier.PRIVATE,
                Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(RuntimeTypes.SYSTEM_RUNTIME, "runtime")
                    .addStatement("reader = runtime.entities(TYPE)")
                    .build())
            .addMethod(
                read(entity, "current", ParameterizedTypeName.get(RuntimeTypes.ENTITY_STATE, state))
                    .addStatement("return reader.current(id.value())")
                    .addJavadoc("As it is now; version 0 when nothing has changed it yet.\n")
                    .build())
            .addMethod(
                read(
                        entity,
                        "atVersion",
                        ParameterizedTypeName.get(ClassName.get(Optional.class), version))
                    .addParameter(long.class, "version")
                    .addStatement("return reader.atVersion(id.value(), version)")
                    .addJavadoc("What one version changed and why.\n\n@param version from 1\n")
                    .build())
            .addMethod(
                read(entity, "history", ParameterizedTypeName.get(RuntimeTypes.PAGE, version))
                    .addParameter(long.class, "after")
                    .addParameter(int.class, "limit")
                    .addStatement("return reader.history(id.value(), after, limit)")
                    .addJavadoc("Its audit log, oldest first.\n\n")
                    .addJavadoc("@param after the last version that is not wanted; 0 for all\n")
                    .addJavadoc("@param limit how many at most\n")
                    .build())
            .build());
  }

  private FieldSpec type(EntityModel entity, SchemaClasses classes) {
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.ENTITY_TYPE, classes.record()),
            "TYPE",
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc("How the runtime reads, checks and writes its state.\n")
        .initializer(
            "\n$>$>new $T<>($S, $L, $L$L)$<$<",
            RuntimeTypes.ENTITY_TYPE,
            entity.name(),
            classes.codec(),
            CodeBlock.join(classes.validators(), ", "),
            java.sealing(java.system().subjectOfEntity(entity.name()), classes))
        .build();
  }

  private MethodSpec.Builder read(EntityModel entity, String method, TypeName returned) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned)
        .addParameter(java.types().identifier(entity.idType()), "id");
  }
}
