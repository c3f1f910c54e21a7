package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;

/** The runtime's types that generated code names. */
public final class RuntimeTypes {
  private static final String RUNTIME = "io.eventwright.runtime";

  public static final ClassName SYSTEM_RUNTIME = ClassName.get(RUNTIME, "SystemRuntime");

  public static final ClassName EVENT = ClassName.get(RUNTIME + ".event", "Event");
  public static final ClassName SEALING = ClassName.get(RUNTIME + ".seal", "Sealing");
  public static final ClassName EVENT_TYPE = ClassName.get(RUNTIME + ".event", "EventType");
  public static final ClassName ENVELOPE = ClassName.get(RUNTIME + ".event", "Envelope");
  public static final ClassName UPCASTER = ClassName.get(RUNTIME + ".event", "Upcaster");

  public static final ClassName DECISION = ClassName.get(RUNTIME + ".worker", "Decision");
  public static final ClassName EMISSION = ClassName.get(RUNTIME + ".worker", "Emission");
  public static final ClassName WORKER_DEFINITION =
      ClassName.get(RUNTIME + ".worker", "WorkerDefinition");
  public static final ClassName CONDITION = ClassName.get(RUNTIME + ".condition", "Condition");
  public static final ClassName DECLARED = ClassName.get(RUNTIME + ".condition", "Declared");
  public static final ClassName TEST = ClassName.get(RUNTIME + ".condition", "Test");
  public static final ClassName ORDERING = ClassName.get(RUNTIME + ".worker", "Ordering");

  public static final ClassName STREAM_READER = ClassName.get(RUNTIME + ".stream", "StreamReader");

  public static final ClassName WINDOW_DEFINITION =
      ClassName.get(RUNTIME + ".window", "WindowDefinition");

  public static final ClassName ENTITY_STATE = ClassName.get(RUNTIME + ".entity", "EntityState");
  public static final ClassName ENTITY_TYPE = ClassName.get(RUNTIME + ".entity", "EntityType");
  public static final ClassName ENTITY_READER = ClassName.get(RUNTIME + ".log", "EntityReader");
  public static final ClassName ENTITY_VERSION = ClassName.get(RUNTIME + ".log", "EntityVersion");
  public static final ClassName PAGE = ClassName.get(RUNTIME + ".store", "Page");

  public static final ClassName PROJECTION_TYPE =
      ClassName.get(RUNTIME + ".projection", "ProjectionType");
  public static final ClassName PROJECTION_DEFINITION =
      ClassName.get(RUNTIME + ".projection", "ProjectionDefinition");
  public static final ClassName PROJECTION_READER =
      ClassName.get(RUNTIME + ".projection", "ProjectionReader");
  public static final ClassName PROJECTION_ROW =
      ClassName.get(RUNTIME + ".projection", "ProjectionRow");

  public static final ClassName SAGA_DEFINITION =
      ClassName.get(RUNTIME + ".saga", "SagaDefinition");
  public static final ClassName SAGA_FAILURE = ClassName.get(RUNTIME + ".saga", "SagaFailure");

  public static final ClassName TASK_DEFINITION =
      ClassName.get(RUNTIME + ".task", "TaskDefinition");
  public static final ClassName TASK_RUN = ClassName.get(RUNTIME + ".task", "TaskRun");

  public static final ClassName PUBLISHER = ClassName.get(RUNTIME + ".publish", "Publisher");
  public static final ClassName INVALID_EVENT = ClassName.get(RUNTIME + ".publish", "InvalidEvent");

  public static final ClassName SECRET = ClassName.get(RUNTIME + ".secret", "Secret");
  public static final ClassName DEPENDENCY = ClassName.get(RUNTIME + ".guard", "Dependency");
  public static final ClassName RECONCILED_DEPENDENCY =
      ClassName.get(RUNTIME + ".guard", "ReconciledDependency");
  public static final ClassName DEPENDENCY_UNAVAILABLE =
      ClassName.get(RUNTIME + ".guard", "DependencyUnavailable");
  public static final ClassName DEPENDENCY_SETTINGS =
      ClassName.get(RUNTIME + ".guard", "DependencySettings");
  public static final ClassName BREAKER_SETTINGS =
      ClassName.get(RUNTIME + ".guard", "BreakerSettings");

  public static final ClassName QUEUE_FUNCTION =
      ClassName.get(RUNTIME + ".function", "QueueFunction");
  public static final ClassName FIFO_FUNCTION =
      ClassName.get(RUNTIME + ".function", "FifoFunction");
  public static final ClassName STREAM_FUNCTION =
      ClassName.get(RUNTIME + ".function", "StreamFunction");
  public static final ClassName DIRECT_FUNCTION =
      ClassName.get(RUNTIME + ".function", "DirectFunction");
  public static final ClassName DRAINING_FUNCTION =
      ClassName.get(RUNTIME + ".function", "DrainingFunction");
  public static final ClassName SAGA_STEP_FUNCTION =
      ClassName.get(RUNTIME + ".function", "SagaStepFunction");
  public static final ClassName SAGA_END_FUNCTION =
      ClassName.get(RUNTIME + ".function", "SagaEndFunction");
  public static final ClassName PROJECTION_FUNCTION =
      ClassName.get(RUNTIME + ".function", "ProjectionFunction");
  public static final ClassName SCHEDULE_DUE = ClassName.get(RUNTIME + ".trigger", "ScheduleDue");
  public static final ClassName OBJECT_CREATED =
      ClassName.get(RUNTIME + ".trigger", "ObjectCreated");
  public static final ClassName STORED_OBJECTS =
      ClassName.get(RUNTIME + ".trigger", "StoredObjects");

  public static final ClassName ROUTE_FUNCTION =
      ClassName.get(RUNTIME + ".function", "RouteFunction");
  public static final ClassName ROUTE_DEFINITION =
      ClassName.get(RUNTIME + ".route", "RouteDefinition");
  public static final ClassName ANCHOR_FUNCTION =
      ClassName.get(RUNTIME + ".function", "AnchorFunction");
  public static final ClassName PUSH_FUNCTION =
      ClassName.get(RUNTIME + ".function", "PushFunction");
  public static final ClassName RELAY_FUNCTION =
      ClassName.get(RUNTIME + ".function", "RelayFunction");

  public static final ClassName BREAKER_MANAGER_FUNCTION =
      ClassName.get(RUNTIME + ".function", "BreakerManagerFunction");
  public static final ClassName MANAGED_WORKER =
      ClassName.get(RUNTIME + ".manage", "ManagedWorker");

  private RuntimeTypes() {}
}
