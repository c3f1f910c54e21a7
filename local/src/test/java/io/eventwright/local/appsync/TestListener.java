package io.eventwright.local.appsync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a realtime endpoint that the JDK makes; it hears messages one after the other. */
final class TestListener implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Far more than anything here takes, however busy the machine. */
  private static final int PATIENCE_SECONDS = 120;

  private static final String HOST = "event-api.appsync-api.us-east-1.amazonaws.com";

  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final String authorization;
  private final WebSocket socket;

  TestListener(URI url, String authorization) {
    this.authorization = authorization;
    byte[] header = Json.bytes(Map.of("host", HOST, "Authorization", authorization));
    socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols(
                "aws-appsync-event-ws",
                "header-" + Base64.getUrlEncoder().withoutPadding().encodeToString(header))
            .buildAsync(url, this)
            .join();
  }

  /** What the server chose of the sub-protocols offered. */
  String subprotocol() {
    return socket.getSubprotocol();
  }

  /** The next message; there must be one. */
  JsonNode next() {
    try {
      JsonNode message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(message, "nothing was heard");
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code with which the server closed. */
  int closedWith() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  /** Says it, and what comes next. */
  JsonNode ask(String text) {
    say(text);
    return next();
  }

  /** Subscribes with its own authorization; the answer. */
  JsonNode subscribe(String id, String channel) {
    return subscribe(id, channel, authorization);
  }

  JsonNode subscribe(String id, String channel, String as) {
    return ask(
        Json.write(
            Map.of(
                "type",
                "subscribe",
                "id",
                id,
                "channel",
                channel,
                "authorization",
                Map.of("host", HOST, "Authorization", as))));
  }

  JsonNode unsubscribe(String id) {
    return ask(Json.write(Map.of("type", "unsubscribe", "id", id)));
  }

  /** That what came before is all: messages come in order, so an answer to this one is next. */
  void hearsNothingElse() {
    assertEquals("connection_ack", ask("{\"type\":\"connection_init\"}").path("type").asText());
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      heard.add(Json.parse(part.toString()));
      part.setLength(0);
    }
    return WebSocket.Listener.super.onText(from, data, last);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return WebSocket.Listener.super.onClose(from, code, reason);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
