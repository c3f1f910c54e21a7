package io.eventwright.runtime;

import io.eventwright.runtime.breaker.BreakerReports;
import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.claim.Claims;
import io.eventwright.runtime.commit.CommitStore;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.log.EntityLog;
import io.eventwright.runtime.log.EntityReader;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.order.Parking;
import io.eventwright.runtime.projection.LayoutTable;
import io.eventwright.runtime.projection.Layouts;
import io.eventwright.runtime.projection.ProjectionReader;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.publish.Bus;
import io.eventwright.runtime.publish.Publisher;
import io.eventwright.runtime.quarantine.Quarantine;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.seal.SubjectKeys;
import io.eventwright.runtime.secret.Secrets;
import io.eventwright.runtime.trace.OpenTelemetryTraces;
import io.eventwright.runtime.trace.Traces;
import io.eventwright.runtime.trigger.StoredObjects;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the process that handlers and users of a system need, in one place; what is
 * not used is not opened. Safe under many threads.
 */
public final class SystemRuntime {
  private final Settings settings;
  private final Clients clients;
  private final Clock clock;
  private final PrintStream out;
  private final Breakers breakers;
  private final Seals seals;
  private final Layouts layouts;
  private final Secrets secrets;
  private @Nullable Traces traces;

  /**
   * A runtime of given parts.
   *
   * @param clock for every time that is written
   * @param out takes log lines and metrics; standard output, in a function
   */
  public SystemRuntime(Settings settings, Clients clients, Clock clock, PrintStream out) {
    this(settings, clients, clock, out, System::nanoTime);
  }

  /**
   * The same with another measure of time gone by.
   *
   * @param nanos only counts, and never back
   */
  public SystemRuntime(
      Settings settings, Clients clients, Clock clock, PrintStream out, LongSupplier nanos) {
    this.settings = settings;
    this.clients = clients;
    this.clock = clock;
    this.out = out;
    this.seals =
        new Seals(() -> new SubjectKeys(clients.dynamoDb(), settings.keysTable(), clock), clock);
    this.layouts =
        new Layouts(
            () -> new LayoutTable(clients.dynamoDb(), settings.controlTable()),
            nanos,
            settings.shortened(Duration.ofSeconds(Layouts.SECONDS)));
    this.secrets = new Secrets(clients::secrets, settings::optional, clock);
    this.breakers =
        new Breakers(
            clients::dynamoDb,
            settings::controlTable,
            settings::breakerStoreLimit,
            settings::shortened,
            clock,
            new BreakerReports(this::journal, clock));
  }

  /** The runtime of this function, as its environment says. */
  public static SystemRuntime fromEnvironment() {
    return of(new Settings(Environment::get));
  }

  /** A runtime as the variables say: for tests and tools. */
  public static SystemRuntime of(Map<String, String> variables) {
    return of(new Settings(Map.copyOf(variables)::get));
  }

  private static SystemRuntime of(Settings settings) {
    return new SystemRuntime(settings, new Clients(settings), Clock.systemUTC(), System.out);
  }

  /** Sends events that a caller decided on. */
  public Publisher publisher() {
    return new Publisher(
        bus(), clock, () -> UUID.randomUUID().toString(), claims(), seals(), traces());
  }

  /** Reads entities of a kind, and their log. */
  public <S> EntityReader<S> entities(EntityType<S> type) {
    return new EntityReader<>(type, log(), seals);
  }

  /** The same for whoever shows nothing of what is sealed, and may not open it. */
  public <S> EntityReader<S> shutEntities(EntityType<S> type) {
    return new EntityReader<>(type, log(), Seals.SHUT);
  }

  /** Reads the log as rows, whatever kind the entity is of. */
  public EntityLog log() {
    return new EntityLog(clients.dynamoDb(), settings.logTable());
  }

  /** Reads a read model. */
  public <R> ProjectionReader<R> projection(ProjectionType<R> type) {
    return new ProjectionReader<>(type, clients.dynamoDb(), settings.viewsTable(), layouts, seals);
  }

  /** The same for whoever shows nothing of what is sealed, and may not open it. */
  public <R> ProjectionReader<R> shutProjection(ProjectionType<R> type) {
    return new ProjectionReader<>(
        type, clients.dynamoDb(), settings.viewsTable(), layouts, Seals.SHUT);
  }

  /** What is sensitive, of this instance. */
  public Seals seals() {
    return seals;
  }

  /** Which generations of its read models this instance knows of. */
  public Layouts layouts() {
    return layouts;
  }

  /** The bus. */
  public Bus bus() {
    return new Bus(clients.eventBridge(), settings.bus());
  }

  /** Data of events that are too large for the bus. */
  public Claims claims() {
    return new Claims(clients::s3, settings.optional("EVENTWRIGHT_CLAIM_BUCKET"));
  }

  /** Objects that workers are told of. */
  public StoredObjects objects() {
    return new StoredObjects(clients::s3);
  }

  /** Where decisions are committed. */
  public CommitStore commits() {
    return commits(settings.remembered());
  }

  /** The same of sagas, whose steps may be undone long after. */
  public CommitStore commitsOfSagas() {
    return commits(settings.rememberedOfSagas());
  }

  private CommitStore commits(Duration remembered) {
    return new CommitStore(
        settings.system(),
        clients.dynamoDb(),
        settings.inboxTable(),
        settings.logTable(),
        remembered,
        clock,
        seals,
        traces());
  }

  /** The spans of this instance. */
  public synchronized Traces traces() {
    Traces known = traces;
    if (known == null) {
      URI endpoint = settings.traces();
      known =
          endpoint == null
              ? Traces.OFF
              : OpenTelemetryTraces.sending(
                  settings.system(),
                  settings.function(),
                  clients.spans(endpoint),
                  clock,
                  why -> journal("traces").warn(why));
      traces = known;
    }
    return known;
  }

  /** What waits for its turn, for whoever operates the system. */
  public Parking parking() {
    return new Parking(clients.dynamoDb(), settings.orderTable());
  }

  /** Where messages go that can never succeed. */
  public Quarantine quarantine() {
    return new Quarantine(
        clients::sqs, settings::quarantineUrl, settings.system(), clock, traces());
  }

  /** The secrets of dependencies that this instance has read. */
  public Secrets secrets() {
    return secrets;
  }

  /** The breakers of this instance. */
  public Breakers breakers() {
    return breakers;
  }

  /** Writes lines for a consumer. */
  public Journal journal(String consumer) {
    return new Journal(out, settings.system(), consumer);
  }

  /** What the template said. */
  public Settings settings() {
    return settings;
  }

  /** The services. */
  public Clients clients() {
    return clients;
  }

  /** The time. */
  public Clock clock() {
    return clock;
  }
}
