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
          List.of(
              "owner",
              "entities",
              "dependencies",
              "workers",
              "sagas",
              "projections",
              "buckets",
              "buses",
              "api",
              "tracing",
              "remember",
              "archive",
              "encryption"),
          Set.of("policies"));

  static final Section ENTITY =
      new Section("an entity", "entity", List.of("id", "state"), List.of(), Set.of());

  static final Section DEPENDENCY =
      new Section(
          "a dependency",
          "dependency",
          List.of("timeout"),
          List.of("attempts", "reconcile", "secret", "breaker"),
          Set.of());

  static final Section BREAKER =
      new Section(
          "a breaker",
          "breaker",
          List.of(),
          List.of("failures", "of", "open", "permits"),
          Set.of());

  static final Section WORKER =
      new Section(
          "a worker",
          "worker",
          List.of(),
          List.of(
              "on",
              "where",
              "needs",
              "takes",
              "returns",
              "changes",
              "emits",
              "uses",
              "via",
              "order",
              "requires",
              "ensures",
              "timeout",
              "class"),
          Set.of());

  static final Section ON_SCHEDULE =
      new Section(
          "a schedule", "onSchedule", List.of("schedule"), List.of("zone"), Set.of("until"));

  static final Section ON_BUCKET =
      new Section(
          "a bucket's objects",
          "onBucket",
          List.of("bucket"),
          List.of("prefix", "suffix"),
          Set.of());

  static final Section ON_BUS =
      new Section("another bus", "onBus", List.of("bus", "event"), List.of(), Set.of());

  static final Section VIA_QUEUE =
      new Section(
          "a queue",
          "viaQueue",
          List.of("channel"),
          List.of("batch", "window", "concurrency", "draining"),
          Set.of());

  static final Section VIA_FIFO =
      new Section(
          "a fifo",
          "viaFifo",
          List.of("channel"),
          List.of("by", "batch", "concurrency", "draining"),
          Set.of());

  static final Section VIA_STREAM =
      new Section(
          "a stream",
          "viaStream",
          List.of("channel"),
          List.of("by", "shards", "parallel", "tumbling", "batch", "window", "draining"),
          Set.of());

  static final Section VIA_FAN_OUT =
      new Section(
          "a fan-out",
          "viaFanOut",
          List.of("channel"),
          List.of("batch", "window", "concurrency", "draining"),
          Set.of());

  static final Section VIA_DIRECT =
      new Section(
          "a direct call",
          "viaDirect",
          List.of("channel"),
          List.of("attempts", "age", "draining"),
          Set.of());

  static final Section SAGA =
      new Section(
          "a saga",
          "saga",
          List.of("on", "steps", "done", "undone"),
          List.of("where", "language", "type", "class"),
          Set.of("timeout"));

  static final Section STEP =
      new Section(
          "a step",
          "step",
          List.of(),
          List.of("worker", "undo", "with", "retry", "timeout", "callback", "by", "heartbeat"),
          Set.of());

  static final Section STEP_PARALLEL =
      new Section("parallel branches", "stepParallel", List.of("parallel"), List.of(), Set.of());

  static final Section STEP_CHOICE =
      new Section("a choice", "stepChoice", List.of("choice"), List.of("otherwise"), Set.of());

  static final Section STEP_CASE =
      new Section("a case", "stepCase", List.of("when", "steps"), List.of(), Set.of());

  static final Section STEP_MAP =
      new Section(
          "a map", "stepMap", List.of("map", "as", "steps"), List.of("concurrency"), Set.of());

  static final Section STEP_WAIT =
      new Section("a wait", "stepWait", List.of("wait"), List.of(), Set.of());

  static final Section STEP_APPROVAL =
      new Section(
          "an approval", "stepApproval", List.of("approval", "timeout"), List.of("by"), Set.of());

  static final Section STEP_SAGA =
      new Section(
          "a saga as a step", "stepSaga", List.of("saga"), List.of("undo", "with"), Set.of());

  static final Section STEP_PUBLISH =
      new Section(
          "a publication", "stepPublish", List.of("publish"), List.of("undo", "with"), Set.of());

  static final Section STEP_PUT =
      new Section(
          "an item that is put",
          "stepPut",
          List.of("put", "key"),
          List.of("undo", "with"),
          Set.of());

  static final Section STEP_SEND =
      new Section(
          "a message that is sent", "stepSend", List.of("send"), List.of("undo", "with"), Set.of());

  static final Section STEP_TASK =
      new Section(
          "a container's task",
          "stepTask",
          List.of("task", "takes", "timeout"),
          List.of("returns", "undo", "with", "retry", "memory"),
          Set.of());

  static final Section RETRY =
      new Section(
          "a retry",
          "retry",
          List.of("times"),
          List.of("interval", "backoff", "cap", "jitter", "for"),
          Set.of());

  static final Section PROJECTION =
      new Section(
          "a projection",
          "projection",
          List.of("from", "key", "row"),
          List.of("via", "push", "shards", "sort", "class"),
          Set.of());

  static final Section BUCKET =
      new Section("a bucket", "bucket", List.of(), List.of("days"), Set.of());

  static final Section BUS =
      new Section("a bus", "bus", List.of("address", "source"), List.of("envelope"), Set.of());

  /** Its routes stand beside these keys, by method and path. */
  static final Section API =
      new Section(
          "the api", "api", List.of(), List.of("kind", "authorizer", "caller", "cors"), Set.of());

  static final Section CORS =
      new Section(
          "cors", "cors", List.of("origins"), List.of("headers", "credentials", "age"), Set.of());

  static final Section AUTHORIZER =
      new Section("an authorizer", "authorizer", List.of(), List.of("jwt", "none"), Set.of());

  static final Section JWT =
      new Section(
          "a jwt authorizer", "jwt", List.of("issuer", "audience"), List.of("scopes"), Set.of());

  static final Section TEST =
      new Section(
          "a test",
          "test",
          List.of(),
          List.of("prefix", "suffix", "anything-but", "exists", "numeric"),
          Set.of("cidr", "wildcard", "equals-ignore-case"));

  /** Every section, in the order of the reference. */
  static final List<Section> ALL =
      List.of(
          SYSTEM,
          ENTITY,
          DEPENDENCY,
          BREAKER,
          WORKER,
          ON_SCHEDULE,
          ON_BUCKET,
          ON_BUS,
          VIA_QUEUE,
          VIA_FIFO,
          VIA_STREAM,
          VIA_FAN_OUT,
          VIA_DIRECT,
          SAGA,
          STEP,
          STEP_PARALLEL,
          STEP_CHOICE,
          STEP_CASE,
          STEP_MAP,
          STEP_WAIT,
          STEP_APPROVAL,
          STEP_SAGA,
          STEP_PUBLISH,
          STEP_PUT,
          STEP_SEND,
          STEP_TASK,
          RETRY,
          PROJECTION,
          BUCKET,
          BUS,
          API,
          CORS,
          AUTHORIZER,
          JWT,
          TEST);

  /** All keys, the required ones first. */
  List<String> keys() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }
}
