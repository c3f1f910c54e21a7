package io.eventwright.generator.emit.java.system;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.PathType;
import io.eventwright.generator.emit.java.SchemaClasses;
import io.eventwright.generator.emit.java.SchemaTypes;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import java.util.stream.IntStream;

/** Types of schemas by convention, so that what refers to them is tested without making them. */
record ConventionalTypes(EventSystem system) implements SchemaTypes {
  private static final String BASE = "com.example.arcade";

  @Override
  public SchemaClasses event(EventRef event) {
    ClassName record =
        ClassName.get(BASE + ".event", JavaNames.typeName(event.name()) + "V" + event.major());
    int minors =
        system.events().stream()
            .filter(contract -> contract.ref().equals(event))
            .mapToInt(contract -> contract.minors().size())
            .sum();
    return classes(
        record,
        IntStream.range(0, minors)
            .mapToObj(minor -> record.simpleName() + "_" + minor + "Validator")
            .toList());
  }

  @Override
  public SchemaClasses needed(WorkerModel worker) {
    return single(ClassName.get(BASE + ".worker", JavaNames.typeName(worker.name()) + "Data"));
  }

  @Override
  public PathType at(WorkerModel worker, List<String> path) {
    return at(new EventRef(worker.name(), 1), path);
  }

  @Override
  public SchemaClasses entity(String entity) {
    return single(ClassName.get(BASE + ".entity", JavaNames.typeName(entity)));
  }

  @Override
  public SchemaClasses row(String projection) {
    return single(ClassName.get(BASE + ".projection", "PurchaseRow"));
  }

  @Override
  public ClassName identifier(String name) {
    return ClassName.get(BASE + ".id", name);
  }

  @Override
  public List<List<String>> sensitiveIn(SchemaClasses classes) {
    return List.of();
  }

  @Override
  public boolean has(EventRef event, String field) {
    return field.equals("playerId");
  }

  @Override
  public PathType at(EventRef event, List<String> path) {
    return new PathType(
        CodeBlock.of(".$L()", String.join("().", path)), identifier("PlayerId"), true);
  }

  private static SchemaClasses single(ClassName record) {
    return classes(record, List.of(record.simpleName() + "Validator"));
  }

  private static SchemaClasses classes(ClassName record, List<String> validators) {
    return new SchemaClasses(
        record,
        CodeBlock.of("$T.INSTANCE", record.peerClass(record.simpleName() + "Codec")),
        validators.stream()
            .map(validator -> CodeBlock.of("$T.INSTANCE", record.peerClass(validator)))
            .toList(),
        "What the schema of %s says, in as many words as it takes.".formatted(record.simpleName()));
  }
}
