package io.eventwright.local.junit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running cloud, as a test sees it. Resources are named by their logical id in the template.
 */
public final class LocalCloud implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BiFunction<String, Object[], @Nullable Object> control;
  private final AutoCloseable closing;
  private final List<LogLine> log;
  private final AtomicBoolean closed = new AtomicBoolean();

  LocalCloud(
      BiFunction<String, Object[], @Nullable Object> control,
      AutoCloseable closing,
      List<LogLine> log) {
    this.control = control;
    this.closing = closing;
    this.log = log;
    // JUnit before 5.13 closes nothing by itself; engines must not outlive the JVM.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "local-cloud-end"));
  }

  /** The one endpoint for every client; clients with default settings find it by themselves. */
  public URI endpoint() {
    return URI.create(String.valueOf(call("endpoint")));
  }

  /** What {@code Ref} gives: a queue's URL, a table's name, a topic's ARN. */
  public String ref(String logicalId) {
    return pick("refs", logicalId);
  }

  /** The physical name. */
  public String name(String logicalId) {
    return pick("names", logicalId);
  }

  /** The ARN. */
  public String arn(String logicalId) {
    return pick("arns", logicalId);
  }

  /** Every resource that is up: logical id to what {@code Ref} gives. */
  public Map<String, String> resources() {
    return texts("refs");
  }

  /** An output of the template. */
  public String output(String name) {
    return pick("outputs", name);
  }

  /** Invokes a function with a payload and waits. */
  public Invocation invoke(String function, String payload) {
    List<?> result = (List<?>) Objects.requireNonNull(call("invoke", function, payload));
    return new Invocation((Boolean) result.get(0), String.valueOf(result.get(1)));
  }

  /** Fires a schedule now, whether it is due or not. */
  public void runSchedule(String logicalId) {
    call("runSchedule", logicalId);
  }

  /** Where browsers listen to channels: AppSync Events' realtime endpoint. */
  public URI realtime() {
    return URI.create(String.valueOf(call("realtime")));
  }

  /** Where an API is, its stage included, without a slash at the end. */
  public URI api(String logicalId) {
    return URI.create(String.valueOf(call("api", logicalId)));
  }

  /**
   * A token that an API's default authorizer takes, for an hour: signed by the local issuer, who
   * stands in for the one that the template names.
   *
   * @param subject who calls: the claim {@code sub}
   */
  public String token(String api, String subject) {
    return token(api, Map.of("sub", subject), Duration.ofHours(1));
  }

  /**
   * A token with claims of the test's choice; they win over {@code iss}, {@code aud} and so on.
   *
   * @param life until it expires; below zero for one that has
   */
  public String token(String api, Map<String, String> claims, Duration life) {
    return String.valueOf(call("token", api, "", claims, life));
  }

  /**
   * Lets a secret be this one, until the next reset, whatever the file of secrets says; functions
   * that have read it keep it for as long as they do on AWS.
   *
   * @param name as {@code system.yaml} names it
   */
  public void secret(String name, String text) {
    call("secret", name, text);
  }

  /** Stops feeding a function from its queues and streams, as when it is down. */
  public void pause(String function) {
    call("feed", function, false);
  }

  /** Feeds a function again. */
  public void resume(String function) {
    call("feed", function, true);
  }

  /**
   * Kills every environment of a function, in the middle of whatever it does, as a failing machine
   * would. Only where functions are processes: {@code @LocalCloudTest(processes = true)}.
   *
   * @return how many there were
   */
  public int kill(String function) {
    return (Integer) Objects.requireNonNull(call("kill", function));
  }

  /** How many messages are in a queue: visible, hidden and delayed. */
  public long depth(String queue) {
    return (Long) Objects.requireNonNull(call("depth", queue));
  }

  /**
   * The access key id with which a function or state machine calls, so that a test can try what its
   * role lets it do. The secret is {@code local}.
   */
  public String accessKeyId(String logicalId) {
    return String.valueOf(call("accessKeyId", logicalId));
  }

  /**
   * What roles allow: a line for each function or state machine, statement, action, resource and,
   * where the statement names some, partition key of rows, such as {@code ChargeWalletFunction
   * RememberDecisions dynamodb:PutItem arn:aws:dynamodb:…:table/inbox purchase#*}.
   */
  public List<String> permissionsGranted() {
    return lines("granted");
  }

  /** What was made use of since the cloud is up, in the same form. */
  public List<String> permissionsUsed() {
    return lines("used");
  }

  private List<String> lines(String operation) {
    return ((List<?>) Objects.requireNonNull(call(operation)))
        .stream().map(String::valueOf).toList();
  }

  /** Waits, two minutes at most, until nothing is under way any more. */
  public void awaitIdle() {
    awaitIdle(PATIENCE);
  }

  /**
   * Waits until nothing is under way: queues with a consumer empty, streams read, events delivered,
   * executions ended, functions at rest. Paused sources do not count.
   *
   * @throws AssertionError if the time runs out
   */
  public void awaitIdle(Duration atMost) {
    if (!Boolean.TRUE.equals(call("awaitIdle", atMost))) {
      throw new AssertionError(
          "still at work after %s with %s; latest log:\n%s"
              .formatted(atMost, call("busyWith"), tail()));
    }
  }

  /**
   * Waits until something holds.
   *
   * @throws AssertionError if the time runs out
   */
  public void await(Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("does not hold after " + atMost + "; latest log:\n" + tail());
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /**
   * Waits until nothing is under way, then empties tables, queues, events and log. Functions start
   * anew: what they kept in fields is gone.
   */
  public void reset() {
    awaitIdle();
    call("reset");
    log.clear();
  }

  /** The latest events that the buses took, oldest first, each as JSON as its targets saw it. */
  public List<String> events() {
    return lines("events");
  }

  /** The latest spans that functions sent since the last reset, as they ended. */
  public List<Span> spans() {
    return ((List<?>) Objects.requireNonNull(call("spans")))
        .stream().map(item -> span((Map<?, ?>) item)).toList();
  }

  /** The executions of a state machine, latest first. */
  public List<Execution> executions(String machine) {
    return ((List<?>) Objects.requireNonNull(call("executions", machine)))
        .stream().map(item -> execution((Map<?, ?>) item)).toList();
  }

  /** A saga, to have its steps fail. */
  public SagaUnderTest saga(String name) {
    return new SagaUnderTest(name, control);
  }

  /**
   * Has every stream, of tables and of Kinesis, go wrong as far as AWS may let it, once nothing is
   * under way: see {@link DisturbedStreams}.
   *
   * @param seed what goes wrong when is drawn by it; threads have their own say
   * @param losing functions whose tables' streams lose records as well, as when Lambda has tried
   *     them as often as it may
   */
  public DisturbedStreams disturbStreams(long seed, String... losing) {
    awaitIdle();
    return new DisturbedStreams(
        (List<?>) Objects.requireNonNull(call("disturbStreams", seed, List.of(losing))),
        this::awaitIdle);
  }

  /** Starts an execution and gives its ARN. */
  public String startExecution(String machine, String input) {
    return String.valueOf(call("startExecution", machine, input));
  }

  /** The lines that functions wrote since the last reset. */
  public List<LogLine> log() {
    return List.copyOf(log);
  }

  /** The lines that one function wrote since the last reset. */
  public List<String> log(String function) {
    return log.stream()
        .filter(line -> line.function().equals(function))
        .map(LogLine::text)
        .toList();
  }

  /** Puts an interceptor in front of every call to a service. */
  public Interceptor.Placed intercept(Interceptor interceptor) {
    BiFunction<Map<String, String>, Supplier<Map<String, String>>, Map<String, String>> plain =
        (call, proceed) -> Interception.run(interceptor, call, proceed);
    Runnable removal = (Runnable) Objects.requireNonNull(call("intercept", plain));
    return removal::run;
  }

  @SuppressWarnings("unchecked") // the control gives these
  private static Span span(Map<?, ?> map) {
    return new Span(
        (String) map.get("service"),
        (String) map.get("name"),
        (String) map.get("kind"),
        (String) map.get("traceId"),
        (String) map.get("spanId"),
        (String) map.get("parentId"),
        (Boolean) map.get("failed"),
        (List<String>) map.get("links"),
        (Map<String, String>) map.get("attributes"));
  }

  private static Execution execution(Map<?, ?> map) {
    return new Execution(
        String.valueOf(map.get("arn")),
        String.valueOf(map.get("name")),
        String.valueOf(map.get("status")),
        String.valueOf(map.get("input")),
        (String) map.get("output"),
        (String) map.get("error"),
        (String) map.get("cause"));
  }

  private String pick(String what, String name) {
    String value = texts(what).get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the template has no " + name + "; it has " + texts(what).keySet());
    }
    return value;
  }

  @SuppressWarnings("unchecked") // the control gives texts for these names
  private Map<String, String> texts(String what) {
    return (Map<String, String>) Objects.requireNonNull(call(what));
  }

  private @Nullable Object call(String operation, Object... arguments) {
    return control.apply(operation, arguments);
  }

  /** Refusals whenever they were, then the latest lines; metrics tell a reader little here. */
  private String tail() {
    List<LogLine> lines =
        log.stream().filter(line -> !line.text().startsWith("{\"_aws\"")).toList();
    List<LogLine> latest = lines.subList(Math.max(0, lines.size() - 20), lines.size());
    StringBuilder text = new StringBuilder();
    lines.stream()
        .filter(line -> line.function().equals("permissions") && !latest.contains(line))
        .forEach(line -> append(text, line));
    latest.forEach(line -> append(text, line));
    return text.toString();
  }

  private static void append(StringBuilder text, LogLine line) {
    text.append(line.function()).append(": ").append(line.text()).append('\n');
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        closing.close();
      } catch (Exception e) {
        throw new IllegalStateException("the local cloud did not end well", e);
      }
    }
  }
}
