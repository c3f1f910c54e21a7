package io.eventwright.generator.emit.java.system;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.List;
import java.util.stream.Stream;

/** The schemas of a system that have a class of their own, whatever they hold. */
public final class SystemRoots {
  private SystemRoots() {}

  /** Events by major, then entities' states, then projections' rows; each class once. */
  public static List<RootType> of(EventSystem system, JavaNames names) {
    return Stream.of(
            system.events().stream().map(event -> event(event, names)),
            system.entities().stream()
                .map(entity -> single(names.entityRecord(entity.name()), entity.stateSchema())),
            system.projections().stream()
                .map(projection -> single(row(projection, names), projection.rowSchema())),
            system.workers().stream()
                .filter(worker -> !worker.needs().isEmpty())
                .map(worker -> needed(worker, system, names)))
        .flatMap(roots -> roots)
        .distinct()
        .toList();
  }

  /** The typed identifiers of the entities, which there must be even if no event speaks of them. */
  public static List<ClassName> identifiers(EventSystem system, JavaNames names) {
    return system.entities().stream()
        .map(entity -> names.identifier(entity.idType()))
        .distinct()
        .toList();
  }

  /** The class of a projection's rows. */
  static ClassName row(ProjectionModel projection, JavaNames names) {
    String file = projection.file().substring(projection.file().lastIndexOf('/') + 1);
    return names.rowRecord(file.replaceFirst("\\.[^.]*$", ""));
  }

  private static RootType event(EventContract event, JavaNames names) {
    return new RootType(
        names.eventRecord(event.ref()),
        "event " + event.ref().name(),
        event.minors().stream().map(minor -> SchemaKey.parse(minor.schema())).toList(),
        event.minors().stream()
            .map(minor -> names.eventValidator(event.ref(), minor.minor()))
            .toList(),
        true,
        false);
  }

  private static RootType needed(WorkerModel worker, EventSystem system, JavaNames names) {
    List<EventMinor> minors = NeededSchemas.minors(worker, system);
    ClassName record = names.neededRecord(worker.name());
    return new RootType(
        record,
        record.toString(),
        minors.stream().map(minor -> NeededSchemas.key(worker, minor)).toList(),
        minors.stream().map(minor -> names.neededValidator(worker.name(), minor.minor())).toList(),
        true,
        false);
  }

  private static RootType single(ClassName name, String schema) {
    return RootType.of(name, SchemaKey.parse(schema));
  }
}
