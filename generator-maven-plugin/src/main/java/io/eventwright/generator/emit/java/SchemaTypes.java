package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;

/** The Java that is made from schemas, for emitters that refer to it. */
public interface SchemaTypes {

  /** The record of one major of an event, with a validator for each minor from 0 on. */
  SchemaClasses event(EventRef event);

  /** What a worker needs of an event's data, with a validator for each minor from 0 on. */
  SchemaClasses needed(WorkerModel worker);

  /** The state of an entity. */
  SchemaClasses entity(String entity);

  /** The row of a projection. */
  SchemaClasses row(String projection);

  /** A typed identifier, by its simple name. */
  ClassName identifier(String name);

  /** Paths of what is sensitive in a value, see {@code x-sensitive}; {@code *} for every item. */
  List<List<String>> sensitiveIn(SchemaClasses classes);

  /** Whether an event's data has a field of that name. */
  boolean has(EventRef event, String field);

  /**
   * The value at a path of required fields within an event's data.
   *
   * @param path at least one name, such as {@code [playerId]}
   */
  PathType at(EventRef event, List<String> path);

  /** The value at a path within what a worker needs of an event's data. */
  PathType at(WorkerModel worker, List<String> path);
}
