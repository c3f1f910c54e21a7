package io.eventwright.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The endpoint that every client is given as {@code AWS_ENDPOINT_URL}; loopback only. */
public final class Gateway implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, AwsService> services = new ConcurrentHashMap<>();
  private final List<RequestFilter> filters = new CopyOnWriteArrayList<>();

  /**
   * Opens the endpoint; it answers once services are added.
   *
   * @param port the port, 0 for any free one
   */
  public Gateway(int port) throws IOException {
    // Without it each answer waits 40 ms for the client's acknowledgement; read once, at first use.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    threads = Executors.newCachedThreadPool(daemon("gateway"));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Such as {@code http://127.0.0.1:4566}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Puts a service behind the endpoint, by its signing name. */
  public void serve(String name, AwsService service) {
    services.put(name, service);
  }

  /** Puts a filter in front of those that are there; closing what it gives takes it out. */
  public RequestFilter.Placed filter(RequestFilter filter) {
    filters.add(0, filter);
    return () -> filters.remove(filter);
  }

  /** Sorts one call and has it answered, filters included. */
  public AwsResponse dispatch(AwsRequest request) throws IOException, InterruptedException {
    try {
      return behind(List.copyOf(filters)).handle(request);
    } catch (AwsFault fault) {
      return fault.response();
    }
  }

  /** The services behind those filters, which are one call's: others may come and go meanwhile. */
  private AwsService behind(List<RequestFilter> placed) {
    if (placed.isEmpty()) {
      return request -> service(request).handle(request);
    }
    AwsService rest = behind(placed.subList(1, placed.size()));
    return request -> placed.get(0).filter(request, rest);
  }

  private AwsService service(AwsRequest request) {
    AwsService service = services.get(request.service());
    if (service == null) {
      throw new AwsFault(
          501,
          "NotImplemented",
          "The local cloud has no service '%s' (%s %s %s)"
              .formatted(request.service(), request.method(), request.path(), request.operation()));
    }
    return service;
  }

  private void answer(HttpExchange exchange) throws IOException {
    AwsRequest request =
        new AwsRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestURI().getRawQuery() == null
                ? ""
                : exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders(),
            exchange.getRequestBody().readAllBytes());
    try {
      send(exchange, dispatch(request));
    } catch (ConnectionCut cut) {
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    } catch (RuntimeException | IOException e) {
      send(exchange, AwsResponse.error(500, "InternalFailure", String.valueOf(e)));
    }
  }

  private static void send(HttpExchange exchange, AwsResponse response) throws IOException {
    try (exchange) {
      response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] body = response.body();
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, "local-cloud-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
