package io.eventwright.local.function;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API, version 2018-06-01, for one environment: {@code next}, {@code response},
 * {@code error} and {@code init/error}. It speaks HTTP itself since AWS's interface client wants
 * headers and body in one write, and a {@code Content-Type} always.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String PREFIX = "/2018-06-01/runtime/";

  private final ServerSocket server;
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<InvocationResult>> open =
      new java.util.concurrent.ConcurrentHashMap<>();
  private final CompletableFuture<InvocationResult> initError = new CompletableFuture<>();

  RuntimeApi() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::accept, "runtime-api");
    thread.setDaemon(true);
    thread.start();
  }

  /** For {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Hands an invocation to the environment; what it gives ends with it, or with a failed start. */
  CompletableFuture<InvocationResult> invoke(
      FunctionDefinition function, byte[] payload, String requestId) {
    CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    open.put(requestId, result);
    initError.thenAccept(result::complete);
    asked.add(new Asked(function, payload, requestId));
    return result;
  }

  private record Asked(FunctionDefinition function, byte[] payload, String requestId) {}

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread thread = new Thread(() -> converse(socket), "runtime-api-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String request = line(in);
      while (!request.isEmpty()) {
        Map<String, String> headers = headers(in);
        answer(request, body(in, headers), socket.getOutputStream());
        request = line(in);
      }
    } catch (IOException e) {
      // The environment is gone; whoever waits for it learns so from its process.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String request, byte[] body, OutputStream out)
      throws IOException, InterruptedException {
    String path = request.split(" ")[1];
    String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
    String[] parts = rest.split("/");
    if (rest.equals("invocation/next")) {
      Asked next = asked.take();
      // Time runs from here: the environment's start is not the function's.
      Instant deadline = Instant.now().plus(next.function().timeout());
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Lambda-Runtime-Aws-Request-Id", next.requestId());
      headers.put("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline.toEpochMilli()));
      headers.put("Lambda-Runtime-Invoked-Function-Arn", next.function().arn());
      write(out, "200 OK", headers, next.payload());
    } else if (rest.equals("init/error")) {
      initError.complete(new InvocationResult(body, true));
      write(out, "202 Accepted", Map.of(), status());
    } else if (parts.length == 3 && parts[0].equals("invocation")) {
      CompletableFuture<InvocationResult> result = open.remove(parts[1]);
      if (result != null) {
        result.complete(new InvocationResult(body, parts[2].equals("error")));
      }
      write(out, "202 Accepted", Map.of(), status());
    } else {
      write(out, "404 Not Found", Map.of(), status());
    }
  }

  private static byte[] status() {
    return "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
  }

  private static void write(
      OutputStream out, String status, Map<String, String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    head.append("Content-Type: application/json\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.write(body);
    out.write(whole.toByteArray());
    out.flush();
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = Integer.parseInt(line(in).strip(), 16);
    while (size > 0) {
      body.write(in.readNBytes(size));
      line(in);
      size = Integer.parseInt(line(in).strip(), 16);
    }
    while (!line(in).isEmpty()) {
      // Trailers, error types among them, which the body says too.
    }
    return body.toByteArray();
  }

  /** Without its end; empty at the end of the stream too. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      if (read != '\r') {
        line.write(read);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
