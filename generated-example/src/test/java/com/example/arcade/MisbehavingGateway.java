package com.example.arcade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The payment gateway, as a server of the test, on a good day and on bad ones. */
final class MisbehavingGateway implements AutoCloseable {

  /** What it does with a call. */
  enum Mood {
    WELL,
    FAILS,
    HANGS
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Mood> calls = new CopyOnWriteArrayList<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.WELL;

  MisbehavingGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    // Functions of the local cloud share the properties of this JVM, as they do its environment.
    System.setProperty(
        PaymentGateway.URL, "http://localhost:" + server.getAddress().getPort() + "/settlements");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    exchange.getRequestBody().readAllBytes();
    Mood now = mood;
    calls.add(now);
    if (now == Mood.HANGS) {
      // Never answered: whoever calls must give up by itself.
      return;
    }
    if (now == Mood.WELL) {
      settled.add(key);
    }
    exchange.sendResponseHeaders(now == Mood.WELL ? 204 : 503, -1);
    exchange.close();
  }

  void becomes(Mood other) {
    mood = other;
  }

  /** How many calls met it in that mood. */
  int calls(Mood met) {
    return (int) calls.stream().filter(met::equals).count();
  }

  int calls() {
    return calls.size();
  }

  /** How many purchases it has settled, each told by its key. */
  int settled() {
    return settled.size();
  }

  @Override
  public void close() {
    System.clearProperty(PaymentGateway.URL);
    server.stop(0);
    threads.shutdownNow();
  }
}
