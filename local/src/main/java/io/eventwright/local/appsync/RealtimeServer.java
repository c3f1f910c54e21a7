package io.eventwright.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/** The realtime endpoint of an event API, on a port of its own; loopback only. */
public final class RealtimeServer extends WebSocketServer implements AutoCloseable {
  private static final String PROTOCOL = "aws-appsync-event-ws";
  private static final String PATH = "/event/realtime";
  private static final String HEADER = "header-";
  private static final int POLICY_VIOLATED = 1008;

  private final EventApi api;
  private final LogSink log;
  private final CountDownLatch up = new CountDownLatch(1);
  private final Map<WebSocket, Connection> connections = new ConcurrentHashMap<>();

  /** Opens it on any free port. */
  public RealtimeServer(EventApi api, LogSink log) throws InterruptedException {
    super(
        new InetSocketAddress("127.0.0.1", 0),
        List.of(new Draft_6455(List.of(), List.of(new Protocol(PROTOCOL)))));
    this.api = api;
    this.log = log;
    setDaemon(true);
    setReuseAddr(true);
    setTcpNoDelay(true);
    start();
    up.await();
  }

  /** Where clients connect. */
  public URI url() {
    return URI.create("ws://127.0.0.1:" + getPort() + PATH);
  }

  /** Tells each client that the connection is alive; the service does each minute. */
  public void keepAlive() {
    connections.values().forEach(Connection::keepAlive);
  }

  /** How often. */
  public static Duration keepAliveEvery() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void onStart() {
    up.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    String refusal =
        handshake.getResourceDescriptor().equals(PATH)
            ? api.connectRefusal(authorization(handshake.getFieldValue("Sec-WebSocket-Protocol")))
            : "There is nothing at " + handshake.getResourceDescriptor();
    if (refusal != null) {
      var error = Json.object().put("type", "connection_error");
      error
          .withArray("errors")
          .addObject()
          .put("errorType", "UnauthorizedException")
          .put("message", refusal);
      socket.send(Json.write(error));
      socket.close(POLICY_VIOLATED, "unauthorized");
      return;
    }
    Connection connection = new Connection(api, text -> send(socket, text));
    connections.put(socket, connection);
    api.add(connection);
  }

  /** The second sub-protocol carries what a browser's WebSocket has no header for. */
  private static JsonNode authorization(String protocols) {
    for (String protocol : protocols.split(",")) {
      String offered = protocol.strip();
      if (offered.startsWith(HEADER)) {
        try {
          byte[] json = Base64.getUrlDecoder().decode(offered.substring(HEADER.length()));
          return Json.parse(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
          return Json.object();
        }
      }
    }
    return Json.object();
  }

  private static void send(WebSocket socket, String text) {
    try {
      socket.send(text);
    } catch (WebsocketNotConnectedException e) {
      // It has just gone; its closing is told elsewhere.
    }
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    Connection connection = connections.get(socket);
    if (connection != null) {
      connection.said(message);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    Connection connection = connections.remove(socket);
    if (connection != null) {
      api.remove(connection);
    }
  }

  @Override
  public void onError(WebSocket socket, Exception failure) {
    log.line(api.definition().logicalId(), "realtime: " + failure);
    up.countDown();
  }

  @Override
  public void close() {
    try {
      stop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
