package com.example.arcade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.eventwright.local.junit.LocalCloud;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to a channel as a page does, and keeps of each row the one of the highest version. */
final class Browser implements WebSocket.Listener, AutoCloseable {
  private final StringBuilder part = new StringBuilder();

  /** Every message, as it came. */
  final List<String> messages = new CopyOnWriteArrayList<>();

  /** What the page would show: the row of each subject. */
  final Map<String, String> rows = new ConcurrentHashMap<>();

  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final WebSocket socket;
  private final String token;

  Browser(LocalCloud cloud, String token) {
    this.token = token;
    String header = Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(authorization()));
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("aws-appsync-event-ws", "header-" + header)
            .buildAsync(cloud.realtime(), this)
            .join();
    // Who may not connect is told so and cut off, perhaps before this is sent.
    socket.sendText("{\"type\":\"connection_init\"}", true).exceptionally(cutOff -> socket).join();
  }

  /** Begins to listen; the answer is among the messages. */
  void listen(String channel) {
    say(
        "{\"type\":\"subscribe\",\"id\":\"s-1\",\"channel\":\"%s\",\"authorization\":%s}"
            .formatted(channel, authorization()));
  }

  private String authorization() {
    return "{\"host\":\"event-api.appsync-api.us-east-1.amazonaws.com\",\"Authorization\":\"%s\"}"
        .formatted(token);
  }

  private void say(String text) {
    socket.sendText(text, true).join();
  }

  /** How many snapshots have come. */
  long snapshots() {
    return messages.stream().filter(message -> message.contains("\"type\":\"data\"")).count();
  }

  boolean heard(String type) {
    return messages.stream().anyMatch(message -> message.contains("\"type\":\"" + type + "\""));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String message = part.toString();
      part.setLength(0);
      try {
        show(message);
      } catch (IOException e) {
        message = "not JSON: " + message;
      }
      messages.add(message);
    }
    return WebSocket.Listener.super.onText(from, data, last);
  }

  /** The snapshot is JSON within a text of the message. */
  private void show(String message) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(message)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("event")) {
          parser.nextToken();
          snapshot(parser.getText());
        }
      }
    }
  }

  private void snapshot(String event) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(event)) {
      String subject = "";
      String version = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.FIELD_NAME) {
          continue;
        }
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("subject")) {
          subject = parser.getText();
        } else if (name.equals("version")) {
          version = parser.getText();
        } else if (name.equals("row")) {
          long from = parser.currentTokenLocation().getCharOffset();
          parser.skipChildren();
          long to = parser.currentLocation().getCharOffset();
          keep(subject, version, event.substring((int) from, (int) to));
        }
      }
    }
  }

  private void keep(String subject, String version, String row) {
    String known = versions.get(subject);
    if (known == null || known.compareTo(version) <= 0) {
      versions.put(subject, version);
      rows.put(subject, row);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
