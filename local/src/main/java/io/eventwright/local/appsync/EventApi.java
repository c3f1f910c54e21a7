package io.eventwright.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.api.TokenIssuer;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One event API: takes what is published by HTTP (AWS AppSync Events, "Publish events via HTTP")
 * and tells who listens. Nothing is kept: who does not listen has missed it.
 */
public final class EventApi implements AwsService {
  static final int MOST_EVENTS = 5;

  private final EventApiDefinition definition;
  private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final EventAuthorizer authorizer;

  /** An API with its namespaces. */
  public EventApi(
      EventApiDefinition definition,
      List<Namespace> namespaces,
      TokenIssuer issuer,
      Permissions permissions) {
    this.definition = definition;
    this.authorizer = new EventAuthorizer(definition.tokens(), issuer, permissions);
    namespaces.forEach(namespace -> this.namespaces.put(namespace.name(), namespace));
  }

  /** What it is. */
  public EventApiDefinition definition() {
    return definition;
  }

  /** Who listens to a channel. */
  interface Listener {
    void told(String channel, String event);
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  /** Whether a connection may be made; why not, or null. */
  @Nullable String connectRefusal(JsonNode authorization) {
    return authorizer.refusal(
        authorization, definition.connect(), "appsync:EventConnect", definition.arn());
  }

  /** Whether a channel may be listened to; why not, or null. */
  @Nullable String subscribeRefusal(JsonNode authorization, String channel) {
    Namespace namespace = namespaces.get(Channel.namespace(channel));
    if (namespace == null) {
      return "There is no channel namespace " + Channel.namespace(channel);
    }
    List<String> modes =
        namespace.subscribe().isEmpty() ? definition.subscribe() : namespace.subscribe();
    return authorizer.refusal(authorization, modes, "appsync:EventSubscribe", namespace.arn());
  }

  @Override
  public AwsResponse handle(AwsRequest request) {
    if (!request.method().equals("POST") || !request.path().equals("/event")) {
      throw new AwsFault(
          501,
          "NotImplemented",
          "AppSync " + request.method() + " " + request.path() + " is not here");
    }
    JsonNode asked = request.json();
    String channel = asked.path("channel").asText();
    JsonNode events = asked.path("events");
    if (!Channel.isPath(channel)) {
      throw invalid("Invalid Channel Format");
    }
    if (!events.isArray() || events.isEmpty() || events.size() > MOST_EVENTS) {
      throw invalid("Input exceeded 5 event limit, or has none");
    }
    Namespace namespace = namespaces.get(Channel.namespace(channel));
    if (namespace == null) {
      throw new AwsFault(404, "ResourceNotFoundException", "There is no namespace of " + channel);
    }
    List<String> modes = namespace.publish().isEmpty() ? definition.publish() : namespace.publish();
    if (!modes.contains(EventApiDefinition.IAM)) {
      throw new AwsFault(401, "UnauthorizedException", "You are not authorized to make this call.");
    }
    ObjectNode answer = Json.object();
    answer.putArray("successful");
    answer.putArray("failed");
    for (int index = 0; index < events.size(); index++) {
      publish(channel, events.get(index), index, answer);
    }
    return AwsResponse.ok(answer);
  }

  private void publish(String channel, JsonNode event, int index, ObjectNode answer) {
    String id = UUID.randomUUID().toString();
    String text = event.asText();
    String fault = EventText.fault(event);
    if (fault != null) {
      answer
          .withArray("failed")
          .addObject()
          .put("identifier", id)
          .put("index", index)
          .put("code", 400)
          .put("message", fault);
      return;
    }
    answer.withArray("successful").addObject().put("identifier", id).put("index", index);
    listeners.forEach(listener -> listener.told(channel, text));
  }

  private static AwsFault invalid(String message) {
    return new AwsFault(400, "BadRequestException", message);
  }
}
