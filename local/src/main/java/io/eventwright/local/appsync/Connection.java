package io.eventwright.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One client's connection (AWS AppSync Events, "Understanding the Event API WebSocket protocol"):
 * {@code connection_init} first, then any number of subscriptions, each with an id of the client's.
 */
final class Connection implements EventApi.Listener {
  private static final int TIMEOUT_MILLIS = 300_000;
  private static final int MOST_SUBSCRIPTIONS = 100;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_+-]{1,128}");

  private final EventApi api;
  private final Consumer<String> send;
  private final Map<String, String> subscriptions = new ConcurrentHashMap<>();

  /**
   * A connection that is authorized.
   *
   * @param send takes what the client is told
   */
  Connection(EventApi api, Consumer<String> send) {
    this.api = api;
    this.send = send;
  }

  void said(String text) {
    JsonNode message;
    try {
      message = Json.parse(text);
    } catch (IllegalArgumentException e) {
      error("error", "", "UnsupportedOperation", "The message is not JSON.");
      return;
    }
    String id = message.path("id").asText("");
    switch (message.path("type").asText()) {
      case "connection_init" ->
          send(
              Json.object()
                  .put("type", "connection_ack")
                  .put("connectionTimeoutMs", TIMEOUT_MILLIS));
      case "subscribe" -> subscribe(id, message);
      case "unsubscribe" -> {
        if (subscriptions.remove(id) == null) {
          error("unsubscribe_error", id, "UnknownOperationError", "Unknown operation id " + id);
        } else {
          send(Json.object().put("type", "unsubscribe_success").put("id", id));
        }
      }
      case "publish" ->
          error(
              "publish_error",
              id,
              "UnauthorizedException",
              "You are not authorized to make this call.");
      default ->
          error(
              "error",
              id,
              "UnsupportedOperation",
              "Operation not supported through the realtime channel");
    }
  }

  private void subscribe(String id, JsonNode message) {
    String channel = message.path("channel").asText();
    if (!ID.matcher(id).matches()) {
      error(
          "subscribe_error",
          id,
          "BadRequestException",
          "An id of 1 to 128 letters, digits, dashes, underscores or plus signs is needed.");
      return;
    }
    if (!Channel.canBeListenedTo(channel)) {
      error("subscribe_error", id, "BadRequestException", "Invalid Channel Format");
      return;
    }
    String refusal = api.subscribeRefusal(message.path("authorization"), channel);
    if (refusal != null) {
      error("subscribe_error", id, "UnauthorizedException", refusal);
      return;
    }
    if (subscriptions.size() >= MOST_SUBSCRIPTIONS) {
      error(
          "subscribe_error",
          id,
          "MaxSubscriptionsReachedError",
          "Max number of 100 subscriptions reached");
      return;
    }
    if (subscriptions.putIfAbsent(id, channel) != null) {
      error("subscribe_error", id, "DuplicatedOperationError", "Duplicated operation id " + id);
      return;
    }
    send(Json.object().put("type", "subscribe_success").put("id", id));
  }

  @Override
  public void told(String channel, String event) {
    subscriptions.forEach(
        (id, listened) -> {
          if (Channel.matches(listened, channel)) {
            ObjectNode data = Json.object().put("id", id).put("type", "data");
            send(data.put("event", event));
          }
        });
  }

  void keepAlive() {
    send(Json.object().put("type", "ka"));
  }

  private void error(String type, String id, String kind, String message) {
    ObjectNode error = Json.object().put("type", type);
    if (!id.isEmpty()) {
      error.put("id", id);
    }
    error.withArray("errors").addObject().put("errorType", kind).put("message", message);
    send(error);
  }

  private void send(ObjectNode message) {
    send.accept(Json.write(message));
  }
}
