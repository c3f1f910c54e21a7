package io.eventwright.generator.load.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of one kind of mapping in {@code system.yaml}. The published JSON Schema holds the same
 * keys; a test keeps them equal.
 *
 * @param title what messages call it
 * @param definition its name under {@code $defs} of the published schema; empty for the root
 * @param required keys that must be there
 * @param optional keys that may be there
 * @param later keys of later versions, which deserve a better answer than "unknown"
 */
record Section(
    String title,
    String definition,
    List<String> required,
    List<String> optional,
    Set<String> later) {

  static final Section SYSTEM =
      new Section(
          "the system",
          "",
          List.of("system", "package"),
          List.of("owner", "entities", "dependencies", "workers", "sagas", "projections"),
          Set.of("api", "schedules", "buckets", "policies"));

  static final Section ENTITY =
      new Section("an entity", "entity", List.of("id", "state"), List.of(), Set.of());

  static final Section DEPENDENCY =
      new Section(
          "a dependency", "dependency", List.of("timeout"), List.of("breaker"), Set.of("retry"));

  static final Section BREAKER =
      new Section("a breaker", "breaker", List.of(), List.of("failures", "of", "open"), Set.of());

  static final Section WORKER =
      new Section(
          "a worker",
          "worker",
          List.of(),
          List.of("on", "where", "changes", "emits", "uses", "via", "timeout", "class"),
          Set.of("needs", "order", "batch", "schedule", "bucket", "concurrency"));

  static final Section SAGA =
      new Section(
          "a saga",
          "saga",
          List.of("on", "steps", "done", "undone"),
          List.of("where", "class"),
          Set.of("timeout", "express"));

  static final Section STEP =
      new Section(
          "a step",
          "step",
          List.of(),
          List.of("undo", "retry"),
          Set.of("timeout", "point-of-no-return", "parallel", "choice", "map", "wait"));

  static final Section RETRY =
      new Section(
          "a retry",
          "retry",
          List.of("times"),
          List.of("interval", "backoff"),
          Set.of("jitter", "cap"));

  static final Section PROJECTION =
      new Section(
          "a projection",
          "projection",
          List.of("from", "key", "row"),
          List.of("class"),
          Set.of("push", "shards"));

  static final Section TEST =
      new Section(
          "a test",
          "test",
          List.of(),
          List.of("prefix", "suffix", "anything-but", "exists", "numeric"),
          Set.of("cidr", "wildcard", "equals-ignore-case"));

  /** Every section, in the order of the reference. */
  static final List<Section> ALL =
      List.of(SYSTEM, ENTITY, DEPENDENCY, BREAKER, WORKER, SAGA, STEP, RETRY, PROJECTION, TEST);

  /** All keys, the required ones first. */
  List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }
}
