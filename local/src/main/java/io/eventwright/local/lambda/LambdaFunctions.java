package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The functions of the stack, invoked with or without somebody waiting. */
public final class LambdaFunctions implements Destination {

  /** Lambda waits a minute before the second attempt, two before the third. */
  private static final List<Duration> BETWEEN_ATTEMPTS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

  private final FunctionHost host;
  private final Destinations destinations;
  private final Workers workers;
  private final Activity activity;
  private final Pace pace;
  private final LogSink log;
  private final Map<String, FunctionDefinition> byName = new ConcurrentHashMap<>();

  /** No functions yet. */
  public LambdaFunctions(
      FunctionHost host,
      Destinations destinations,
      Workers workers,
      Activity activity,
      Pace pace,
      LogSink log) {
    this.host = host;
    this.destinations = destinations;
    this.workers = workers;
    this.activity = activity;
    this.pace = pace;
    this.log = log;
  }

  /** Adds a function. */
  public void add(FunctionDefinition function) {
    byName.put(function.name(), function);
  }

  /** All functions. */
  public Collection<FunctionDefinition> all() {
    return byName.values();
  }

  /** By name, partial or full ARN, with or without a qualifier, or by logical id. */
  public @Nullable FunctionDefinition find(String reference) {
    String name = reference;
    int mark = reference.indexOf("function:");
    if (mark >= 0) {
      name = reference.substring(mark + "function:".length());
    }
    int qualifier = name.indexOf(':');
    FunctionDefinition found = byName.get(qualifier < 0 ? name : name.substring(0, qualifier));
    if (found != null) {
      return found;
    }
    return byName.values().stream()
        .filter(function -> function.logicalId().equals(reference))
        .findFirst()
        .orElse(null);
  }

  /** Invokes it and waits. */
  public InvocationResult invoke(FunctionDefinition function, byte[] payload)
      throws InterruptedException {
    return invoke(function, payload, UUID.randomUUID().toString());
  }

  private InvocationResult invoke(FunctionDefinition function, byte[] payload, String requestId)
      throws InterruptedException {
    Activity.Running running = activity.begin();
    try {
      return host.invoke(function, payload, requestId);
    } finally {
      running.end();
    }
  }

  /** Kills every environment of a function, see {@link FunctionHost#kill}. */
  public int kill(FunctionDefinition function) {
    return host.kill(function);
  }

  /** Ends every environment at rest, see {@link FunctionHost#retire}. */
  public void retire() {
    host.retire();
  }

  @Override
  public void send(String arn, Message message) {
    FunctionDefinition function = find(arn);
    if (function == null) {
      throw new Refused("NO_RESOURCE", "there is no function " + arn);
    }
    invokeLater(function, message.body().getBytes(StandardCharsets.UTF_8));
  }

  /** Takes an event for later: up to three attempts, then the dead letters or destination. */
  public void invokeLater(FunctionDefinition function, byte[] payload) {
    Activity.Running running = activity.begin();
    Asynchronous event =
        new Asynchronous(function, payload, UUID.randomUUID().toString(), Instant.now(), running);
    workers.run(() -> attempt(event, 1));
  }

  private record Asynchronous(
      FunctionDefinition function,
      byte[] payload,
      String requestId,
      Instant accepted,
      Activity.Running running) {}

  private void attempt(Asynchronous event, int count) {
    try {
      InvocationResult result;
      try {
        result = invoke(event.function(), event.payload(), event.requestId());
      } catch (FunctionHost.Throttled throttled) {
        workers.after(pace.of(Duration.ofSeconds(1)), () -> attempt(event, count));
        return;
      }
      FunctionDefinition.AsynchronousSettings settings = event.function().onEvent();
      if (!result.failed()) {
        conclude(event, count, result, "Success", settings.onSuccess());
        return;
      }
      Duration age = Duration.between(event.accepted(), Instant.now());
      boolean tooOld = age.compareTo(pace.of(settings.oldest())) > 0;
      if (count <= settings.retries() && !tooOld) {
        Duration wait = BETWEEN_ATTEMPTS.get(Math.min(count, BETWEEN_ATTEMPTS.size()) - 1);
        workers.after(pace.of(wait), () -> attempt(event, count + 1));
        return;
      }
      String condition = tooOld ? "EventAgeExceeded" : "RetriesExhausted";
      try {
        deadLetter(event, result, settings.deadLetters());
      } finally {
        conclude(event, count, result, condition, settings.onFailure());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | IOException e) {
      log.line(event.function().logicalId(), "asynchronous invocation lost: " + e);
    }
  }

  private void deadLetter(Asynchronous event, InvocationResult result, @Nullable String arn)
      throws IOException, InterruptedException {
    if (arn != null) {
      String body = new String(event.payload(), StandardCharsets.UTF_8);
      destinations.send(
          arn,
          Message.of(body)
              .with(
                  Map.of(
                      "RequestID", event.requestId(),
                      "ErrorCode", "200",
                      "ErrorMessage", result.errorMessage())));
    }
  }

  /**
   * The record that a destination gets (AWS Lambda, "Capturing records of asynchronous
   * invocations").
   */
  private void conclude(
      Asynchronous event,
      int count,
      InvocationResult result,
      String condition,
      @Nullable String arn)
      throws IOException, InterruptedException {
    try {
      if (arn == null) {
        return;
      }
      ObjectNode record = Json.object().put("version", "1.0");
      record.put("timestamp", Instant.now().toString());
      record
          .putObject("requestContext")
          .put("requestId", event.requestId())
          .put("functionArn", event.function().arn() + ":$LATEST")
          .put("condition", condition)
          .put("approximateInvokeCount", count);
      record.set("requestPayload", payload(event.payload()));
      ObjectNode response = record.putObject("responseContext");
      response.put("statusCode", 200).put("executedVersion", "$LATEST");
      if (result.failed()) {
        response.put("functionError", "Unhandled");
      }
      record.set("responsePayload", payload(result.payload()));
      destinations.send(arn, Message.of(Json.write(record)));
    } finally {
      event.running().end();
    }
  }

  private static JsonNode payload(byte[] bytes) {
    return bytes.length == 0 ? Json.toTree("") : Json.parse(bytes);
  }
}
