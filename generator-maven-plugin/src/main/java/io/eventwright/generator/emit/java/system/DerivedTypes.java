package io.eventwright.generator.emit.java.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.PathType;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SchemaTypes;
import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.SensitivePaths;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The Java of a system's schemas, as the type model has it. */
public record DerivedTypes(EventSystem system, JavaNames names, TypeModel model)
    implements SchemaTypes {

  @Override
  public SchemaClasses event(EventRef event) {
    int minors =
        system.events().stream()
            .filter(contract -> contract.ref().equals(event))
            .mapToInt(contract -> contract.minors().size())
            .sum();
    return classes(
        names.eventRecord(event),
        IntStream.range(0, minors).mapToObj(minor -> names.eventValidator(event, minor)).toList());
  }

  @Override
  public SchemaClasses needed(WorkerModel worker) {
    return classes(
        names.neededRecord(worker.name()),
        NeededSchemas.minors(worker, system).stream()
            .map(minor -> names.neededValidator(worker.name(), minor.minor()))
            .toList());
  }

  @Override
  public SchemaClasses entity(String entity) {
    return single(names.entityRecord(entity));
  }

  @Override
  public SchemaClasses row(String projection) {
    ProjectionModel found =
        system.projections().stream()
            .filter(each -> each.name().equals(projection))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no projection " + projection));
    return single(SystemRoots.row(found, names));
  }

  @Override
  public ClassName identifier(String name) {
    return names.identifier(name);
  }

  @Override
  public List<List<String>> sensitiveIn(SchemaClasses classes) {
    return new SensitivePaths(model).of(model.declaration(classes.record()));
  }

  @Override
  public boolean has(EventRef event, String field) {
    return model.declaration(names.eventRecord(event)) instanceof ObjectRecord object
        && object.components().stream().anyMatch(each -> each.wireName().equals(field));
  }

  @Override
  public PathType at(EventRef event, List<String> path) {
    return at(names.eventRecord(event), path);
  }

  @Override
  public PathType at(WorkerModel worker, List<String> path) {
    return at(names.neededRecord(worker.name()), path);
  }

  private PathType at(ClassName record, List<String> path) {
    Declaration declaration = model.declaration(record);
    CodeBlock.Builder accessors = CodeBlock.builder();
    JavaType type = JavaType.JSON;
    for (String name : path) {
      Component component = component(declaration, name, record, path);
      accessors.add(".$L()", component.javaName());
      type = component.type();
      declaration =
          type instanceof JavaType.Declared declared
              ? model.declarations().get(declared.id())
              : null;
    }
    return new PathType(accessors.build(), model.typeName(type), model.isText(type));
  }

  private static Component component(
      @Nullable Declaration declaration, String name, ClassName record, List<String> path) {
    if (declaration instanceof ObjectRecord object) {
      for (Component component : object.components()) {
        if (component.wireName().equals(name)) {
          return component;
        }
      }
    }
    throw new IllegalStateException(
        "no %s of %s in %s, and no check said so".formatted(name, String.join(".", path), record));
  }

  private SchemaClasses single(ClassName record) {
    return classes(record, List.of(JavaNames.validatorOf(record)));
  }

  private SchemaClasses classes(ClassName record, List<ClassName> validators) {
    Declaration declaration = model.declaration(record);
    return new SchemaClasses(
        record,
        CodeBlock.of("$T.INSTANCE", JavaNames.codecOf(record)),
        validators.stream().map(validator -> CodeBlock.of("$T.INSTANCE", validator)).toList(),
        declaration == null ? "" : JavadocText.escape(declaration.header().documentation()));
  }
}
