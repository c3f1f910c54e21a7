package io.eventwright.runtime.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One endpoint for everything: DynamoDB's calls go on to DynamoDB Local, those of bus and queues
 * are kept. Each test has tables of its own.
 */
public final class TestCloud implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Set<String> HEADERS =
      Set.of("x-amz-target", "content-type", "authorization", "x-amz-date");

  static {
    // Headers and body are two writes: without this each answer waits for the client's delayed
    // acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI dynamoDb;
  private final int number = NUMBER.incrementAndGet();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final StandIn standIn = new StandIn();

  /** The bucket for large data, and what is in it by path: ASCII only. */
  public static final String CLAIMS = "claims-bucket";

  public final Map<String, String> claims = new ConcurrentHashMap<>();

  /** What traces have come. */
  public final Spans spans = new Spans();

  /** Opening clients is slow, and instances may share them: they hold no state of ours. */
  private final Clients clients;

  /** What goes wrong, asked in order. */
  public final List<Fault> faults = new CopyOnWriteArrayList<>();

  /** Every call so far. */
  public final List<Fault.Call> calls = new CopyOnWriteArrayList<>();

  /** Whether calls are kept; a long run makes more than there is room for. */
  public volatile boolean remembersCalls = true;

  public TestCloud() throws IOException, InterruptedException {
    dynamoDb = URI.create("http://127.0.0.1:" + DynamoDbLocal.port());
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
    clients = new Clients(new Settings(variables()::get));
    TestTables.create(runtime().clients().dynamoDb(), number);
  }

  /** A runtime of a new instance. */
  public SystemRuntime runtime() {
    return runtime(Clock.systemUTC(), Map.of());
  }

  /** A runtime of a new instance whose calls pass by interceptors. */
  public SystemRuntime runtime(List<ExecutionInterceptor> interceptors) {
    return runtime(Clock.systemUTC(), Map.of(), interceptors);
  }

  /** A runtime of a new instance with its own clock, and some variables set otherwise. */
  public SystemRuntime runtime(Clock clock, Map<String, String> others) {
    return runtime(clock, others, List.of());
  }

  /** A runtime of a new instance, with its own measure of time gone by. */
  public SystemRuntime runtime(LongSupplier nanos) {
    return new SystemRuntime(
        new Settings(variables()::get),
        clients,
        Clock.systemUTC(),
        new PrintStream(lines, true, StandardCharsets.UTF_8),
        nanos);
  }

  /** The variables of a function. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("EVENTWRIGHT_SYSTEM", "arcade");
    variables.put("EVENTWRIGHT_BUS", "bus");
    variables.put("EVENTWRIGHT_CLAIM_BUCKET", CLAIMS);
    TestTables.names(number).forEach(variables::put);
    variables.put("EVENTWRIGHT_QUARANTINE_URL", endpoint() + "/000000000000/quarantine");
    variables.put("EVENTWRIGHT_DEAD_LETTER_URL", endpoint() + "/000000000000/dead-letters");
    variables.put("EVENTWRIGHT_QUEUE_URL", endpoint() + "/000000000000/queue");
    // However busy the machine is, the store is not down; the tests of an outage say otherwise.
    variables.put("EVENTWRIGHT_BREAKER_STORE_MILLIS", "60000");
    variables.put("AWS_ENDPOINT_URL", endpoint());
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    return variables;
  }

  private SystemRuntime runtime(
      Clock clock, Map<String, String> others, List<ExecutionInterceptor> interceptors) {
    Map<String, String> variables = variables();
    variables.putAll(others);
    Settings settings = new Settings(variables::get);
    return new SystemRuntime(
        settings,
        interceptors.isEmpty() ? clients : new Clients(settings, interceptors),
        clock,
        new PrintStream(lines, true, StandardCharsets.UTF_8));
  }

  /** Where everything is. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The bus's entries that were taken, in order. */
  public List<StandIn.BusEntry> published() {
    return standIn.published;
  }

  /** Bodies sent to the quarantine, in order. */
  public List<String> quarantined() {
    return standIn.sent;
  }

  /** Bodies sent to the dead letters, in order. */
  public List<String> deadLettered() {
    return standIn.deadLettered;
  }

  /** Requests to hide a message, as JSON. */
  public List<String> hidden() {
    return standIn.hidden;
  }

  /** The bus: what to answer for an entry. */
  public StandIn bus() {
    return standIn;
  }

  /** What functions have written. */
  public String lines() {
    return lines.toString(StandardCharsets.UTF_8);
  }

  /** Gives a row of the sample's read model another content. */
  public void fillRow(String key, String subject, String row) {
    clients
        .dynamoDb()
        .updateItem(
            update ->
                update
                    .tableName("views-" + number)
                    .key(
                        Map.of(
                            "pk",
                            AttributeValue.fromS("history#1#0#" + key),
                            "sk",
                            AttributeValue.fromS("arcade#" + subject)))
                    .updateExpression("SET #row = :row")
                    .expressionAttributeNames(Map.of("#row", "row"))
                    .expressionAttributeValues(Map.of(":row", AttributeValue.fromS(row))));
  }

  /** How many decisions are remembered. */
  public int inboxRows() {
    return clients.dynamoDb().scan(scan -> scan.tableName("inbox-" + number)).count();
  }

  /** Empties the inbox, as its time to live does in the end. */
  public void forgetInbox() {
    String table = "inbox-" + number;
    for (Map<String, AttributeValue> row :
        clients.dynamoDb().scan(scan -> scan.tableName(table)).items()) {
      clients
          .dynamoDb()
          .deleteItem(delete -> delete.tableName(table).key(Map.of("pk", row.get("pk"))));
    }
  }

  @Override
  public void close() {
    TestTables.delete(runtime().clients().dynamoDb(), number);
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().startsWith("/" + CLAIMS + "/")) {
        claim(exchange);
        return;
      }
      if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
        exchange.sendResponseHeaders(
            spans.take(
                key(exchange),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestBody().readAllBytes()),
            -1);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      Fault.Call call =
          new Fault.Call(target.substring(target.indexOf('.') + 1), body, key(exchange));
      if (remembersCalls) {
        calls.add(call);
      }
      boolean lose = false;
      Runnable after = () -> {};
      for (Fault fault : faults) {
        Fault.Action action = fault.on(call);
        if (action instanceof Fault.Action.Respond respond) {
          respond(exchange, respond.answer());
          return;
        } else if (action instanceof Fault.Action.LoseCall) {
          return;
        } else if (action instanceof Fault.Action.LoseAnswer) {
          lose = true;
        } else if (action instanceof Fault.Action.AfterIt then) {
          lose = true;
          after = then.what();
        } else if (action instanceof Fault.Action.Before before) {
          before.what().run();
        }
      }
      Fault.Answer answer =
          target.startsWith("DynamoDB_") ? forward(exchange, body) : standIn.answer(call);
      after.run();
      if (!lose) {
        respond(exchange, answer);
      }
    }
  }

  /** A bucket: what is put is got. */
  private void claim(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("PUT")) {
      claims.put(key, unchunked(body));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    String content = claims.get(key);
    byte[] bytes =
        (content == null ? "<Error><Code>NoSuchKey</Code></Error>" : content)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(content == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** The SDK sends an object in chunks, each after its length, with a checksum at the end. */
  private static String unchunked(String body) {
    StringBuilder content = new StringBuilder();
    int at = 0;
    while (true) {
      int end = body.indexOf("\r\n", at);
      int size = Integer.parseInt(body.substring(at, end).split(";", 2)[0], 16);
      if (size == 0) {
        return content.toString();
      }
      content.append(body, end + 2, end + 2 + size);
      at = end + 2 + size + 2;
    }
  }

  private static String key(HttpExchange exchange) {
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    int from = authorization.indexOf("Credential=") + "Credential=".length();
    int to = authorization.indexOf('/', from);
    return to < 0 ? "" : authorization.substring(from, to);
  }

  private Fault.Answer forward(HttpExchange exchange, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(dynamoDb).POST(HttpRequest.BodyPublishers.ofString(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Fault.Answer(answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static void respond(HttpExchange exchange, Fault.Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
