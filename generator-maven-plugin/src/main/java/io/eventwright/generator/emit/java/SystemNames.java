package io.eventwright.generator.emit.java;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.EventRef;

/**
 * Where the Java of a system goes: every generated class that is not made from a schema, and the
 * user's classes that are found by convention.
 *
 * @param system the system's name, kebab case
 * @param basePackage that everything lives under
 */
public record SystemNames(String system, String basePackage) {

  /** Workers' interfaces. */
  public static final String WORKER = "worker";

  /** Entities' data access, next to their states. */
  public static final String ENTITY = "entity";

  /** Event types, next to their records. */
  public static final String EVENT = "event";

  /** Typed identifiers. */
  public static final String IDENTIFIER = "id";

  /** Upcasters' interfaces. */
  public static final String UPCAST = "upcast";

  /** Sagas' interfaces. */
  public static final String SAGA = "saga";

  /** Projections' interfaces and readers, next to their rows. */
  public static final String PROJECTION = "projection";

  /** Lambda handlers. */
  public static final String FUNCTION = "function";

  /** The constants of an event type: {@code event.DepositReceived}. */
  public ClassName eventType(String event) {
    return generated(EVENT, JavaNames.typeName(event));
  }

  /** The publisher for events that come from outside: {@code event.ArcadePublisher}. */
  public ClassName publisher() {
    return generated(EVENT, JavaNames.typeName(system) + "Publisher");
  }

  /** What a worker's class implements: {@code worker.CreditWalletWorker}. */
  public ClassName worker(String worker) {
    return generated(WORKER, JavaNames.typeName(worker) + "Worker");
  }

  /** Reads in batch what feeds a worker: {@code worker.RecordScoreStream}. */
  public ClassName workerStream(String worker) {
    return generated(WORKER, JavaNames.typeName(worker) + "Stream");
  }

  /** A worker's Lambda handler: {@code function.CreditWalletFunction}. */
  public ClassName workerFunction(String worker) {
    return generated(FUNCTION, JavaNames.typeName(worker) + "Function");
  }

  /** The data access of an entity: {@code entity.Wallets}. */
  public ClassName entityAccess(String entity) {
    return generated(ENTITY, plural(JavaNames.typeName(entity)));
  }

  /** What a saga's class implements: {@code saga.PurchaseSaga}. */
  public ClassName saga(String saga) {
    return generated(SAGA, JavaNames.typeName(saga) + "Saga");
  }

  /** What the class of a container's task implements: {@code saga.PayoutPrintTask}. */
  public ClassName task(String saga, String step) {
    return generated(SAGA, JavaNames.typeName(saga) + JavaNames.typeName(step) + "Task");
  }

  /** What a container runs: {@code function.PayoutPrintMain}. */
  public ClassName taskMain(String saga, String step) {
    return generated(FUNCTION, JavaNames.typeName(saga) + JavaNames.typeName(step) + "Main");
  }

  /** The Lambda handler that publishes how a saga ended: {@code function.PurchaseEndFunction}. */
  public ClassName sagaEndFunction(String saga) {
    return generated(FUNCTION, JavaNames.typeName(saga) + "EndFunction");
  }

  /** What a projection's class implements: {@code projection.PurchaseHistoryProjection}. */
  public ClassName projection(String projection) {
    return generated(PROJECTION, JavaNames.typeName(projection) + "Projection");
  }

  /** Reads a projection: {@code projection.PurchaseHistory}. */
  public ClassName projectionReader(String projection) {
    return generated(PROJECTION, JavaNames.typeName(projection));
  }

  /** A projection's Lambda handler: {@code function.PurchaseHistoryFunction}. */
  public ClassName projectionFunction(String projection) {
    return generated(FUNCTION, JavaNames.typeName(projection) + "Function");
  }

  /** A route's Lambda handler: {@code function.PostPurchasesFunction}. */
  public ClassName routeFunction(String route) {
    return generated(FUNCTION, JavaNames.typeName(route) + "Function");
  }

  /** The Lambda handler that keeps the log's heads: {@code function.AnchorFunction}. */
  public ClassName anchorFunction() {
    return generated(FUNCTION, "AnchorFunction");
  }

  /** The Lambda handler that shows changed rows to browsers: {@code function.PushFunction}. */
  public ClassName pushFunction() {
    return generated(FUNCTION, "PushFunction");
  }

  /** The Lambda handler that publishes committed events: {@code function.RelayFunction}. */
  public ClassName relayFunction() {
    return generated(FUNCTION, "RelayFunction");
  }

  /** The Lambda handler that pauses and resumes: {@code function.BreakerManagerFunction}. */
  public ClassName breakerManagerFunction() {
    return generated(FUNCTION, "BreakerManagerFunction");
  }

  /** How each dependency is called: {@code function.ArcadeDependencies}. */
  public ClassName dependencies() {
    return generated(FUNCTION, JavaNames.typeName(system) + "Dependencies");
  }

  /** What an upcaster's class implements: {@code upcast.DepositReceivedV1ToV2Upcaster}. */
  public ClassName upcaster(EventRef from, EventRef to) {
    return generated(UPCAST, upcasterName(from, to) + "Upcaster");
  }

  /** The user's upcaster: {@code DepositReceivedV1ToV2}. */
  public ClassName usersUpcaster(EventRef from, EventRef to) {
    return ClassName.get(basePackage, upcasterName(from, to));
  }

  /** The constant of one major within its event type: {@code V2}. */
  public static String majorConstant(EventRef event) {
    return "V" + event.major();
  }

  /** The regular English plural: wallets, inventories, matches. */
  static String plural(String noun) {
    if (noun.matches(".*[^aeiou]y")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.matches(".*(s|x|z|ch|sh)") ? noun + "es" : noun + "s";
  }

  private static String upcasterName(EventRef from, EventRef to) {
    return JavaNames.typeName(from.name()) + majorConstant(from) + "To" + majorConstant(to);
  }

  private ClassName generated(String part, String simpleName) {
    return ClassName.get(basePackage + "." + part, simpleName);
  }
}
