package io.eventwright.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the generated template tells a function. Each value is asked for when it is needed, so that
 * a function is only given what it uses.
 *
 * @param variables gives a variable's value, or null
 */
public record Settings(Function<String, @Nullable String> variables) {
  private static final int DEFAULT_INBOX_DAYS = 30;

  /** Step Functions lets an execution run for a year; and a month for what ends late. */
  private static final Duration OF_SAGAS = Duration.ofDays(400);

  private static final int DEFAULT_PARKED_MINUTES = 15;
  private static final int DEFAULT_BREAKER_STORE_MILLIS = 800;
  private static final int LOCAL_BREAKER_STORE_MILLIS = 5_000;

  /** The system's name: source of its events. */
  public String system() {
    return required("EVENTWRIGHT_SYSTEM");
  }

  /** The bus's name. */
  public String bus() {
    return required("EVENTWRIGHT_BUS");
  }

  /** The log table's name. */
  public String logTable() {
    return required("EVENTWRIGHT_LOG_TABLE");
  }

  /** The inbox table's name. */
  public String inboxTable() {
    return required("EVENTWRIGHT_INBOX_TABLE");
  }

  /** The control table's name. */
  public String controlTable() {
    return required("EVENTWRIGHT_CONTROL_TABLE");
  }

  /** The views table's name. */
  public String viewsTable() {
    return required("EVENTWRIGHT_VIEWS_TABLE");
  }

  /** The order table's name. */
  public String orderTable() {
    return required("EVENTWRIGHT_ORDER_TABLE");
  }

  /** The name of the table of keys, one for each person. */
  public String keysTable() {
    return required("EVENTWRIGHT_KEYS_TABLE");
  }

  /** The quarantine queue's URL. */
  public String quarantineUrl() {
    return required("EVENTWRIGHT_QUARANTINE_URL");
  }

  /** The URL of the queue that feeds this function; null when it need not hand messages back. */
  public @Nullable String queueUrl() {
    return variables.apply("EVENTWRIGHT_QUEUE_URL");
  }

  /** The URL of this function's dead-letter queue; null when it puts nothing there itself. */
  public @Nullable String deadLetterUrl() {
    return optional("EVENTWRIGHT_DEAD_LETTER_URL");
  }

  /**
   * How long a handled event is remembered; it must cover the source's and its dead letters' days.
   */
  public Duration remembered() {
    String days = variables.apply("EVENTWRIGHT_INBOX_DAYS");
    return Duration.ofDays(days == null ? DEFAULT_INBOX_DAYS : Long.parseLong(days));
  }

  /**
   * How long what a saga's step did is remembered: an undo comes when the saga has waited, for a
   * time or for a person, and must still know whether there is something to undo.
   */
  public Duration rememberedOfSagas() {
    Duration remembered = remembered();
    return remembered.compareTo(OF_SAGAS) > 0 ? remembered : OF_SAGAS;
  }

  /** How long an event may wait for its turn before the metric says that it is too long. */
  public Duration overdueAfter() {
    String minutes = optional("EVENTWRIGHT_PARKED_MINUTES");
    return Duration.ofMinutes(minutes == null ? DEFAULT_PARKED_MINUTES : Long.parseLong(minutes));
  }

  /**
   * How long one look at a breaker's shared state may take; when it takes longer, the call of the
   * dependency goes through. A store that is slow must not make every call slow; a local cloud that
   * is slow is a busy machine.
   */
  public Duration breakerStoreLimit() {
    String millis = optional("EVENTWRIGHT_BREAKER_STORE_MILLIS");
    int usual = endpoint() == null ? DEFAULT_BREAKER_STORE_MILLIS : LOCAL_BREAKER_STORE_MILLIS;
    return Duration.ofMillis(millis == null ? usual : Long.parseLong(millis));
  }

  /**
   * Where spans go, by OTLP over HTTP: OpenTelemetry's own variable, so that a collector can be
   * named too. Null when tracing is off.
   */
  public @Nullable URI traces() {
    String endpoint = optional("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    return endpoint == null ? null : URI.create(endpoint);
  }

  /** The locked bucket for the heads of the log. */
  public String anchorBucket() {
    return required("EVENTWRIGHT_ANCHOR_BUCKET");
  }

  /** Where AppSync Events takes what browsers are shown. */
  public URI push() {
    return URI.create(required("EVENTWRIGHT_PUSH_URL"));
  }

  /** What this function is called; the system's name where it is none. */
  public String function() {
    String name = optional("AWS_LAMBDA_FUNCTION_NAME");
    return name == null ? system() : name;
  }

  /** What feeds workers that use dependencies: {@code worker=uuid} each, with spaces between. */
  public String eventSources() {
    String sources = optional("EVENTWRIGHT_EVENT_SOURCES");
    return sources == null ? "" : sources;
  }

  /**
   * A wait of the runtime's own, as long as it is here: a local cloud that runs sixty times as fast
   * says so, and an outage of an hour is told in a minute. Nowhere else is it set.
   */
  public Duration shortened(Duration wait) {
    String speed = optional("EVENTWRIGHT_SPEED");
    return speed == null
        ? wait
        : Duration.ofMillis(Math.max(1, (long) (wait.toMillis() / Double.parseDouble(speed))));
  }

  /** The region, which every function has; null elsewhere, where the SDK looks for one itself. */
  public @Nullable String region() {
    String region = optional("AWS_REGION");
    return region == null ? optional("AWS_DEFAULT_REGION") : region;
  }

  /** Where the services are, when not at AWS. */
  public @Nullable URI endpoint() {
    String endpoint = variables.apply("AWS_ENDPOINT_URL");
    return endpoint == null || endpoint.isEmpty() ? null : URI.create(endpoint);
  }

  /** Any variable's value, or null. */
  public @Nullable String optional(String name) {
    String value = variables.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private String required(String name) {
    String value = variables.apply(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "environment variable " + name + " is not set; the generated template sets it");
    }
    return value;
  }
}
