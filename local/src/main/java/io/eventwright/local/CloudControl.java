package io.eventwright.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.gateway.ConnectionCut;
import io.eventwright.local.gateway.RequestFilter;
import io.eventwright.local.iam.Identities;
import io.eventwright.local.json.Json;
import io.eventwright.local.lambda.StreamMishaps;
import io.eventwright.local.orchestration.TaskFaults;
import io.eventwright.local.orchestration.TaskMishap;
import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.template.Resource;
import io.eventwright.local.traces.KeptSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cloud as code of another class loader sees it: everything by names and types of the JDK. The
 * JUnit extension lives on the user's class path and this class does not; it is found by name.
 */
public final class CloudControl
    implements BiFunction<String, Object[], @Nullable Object>, AutoCloseable {

  private final Cloud cloud;

  /**
   * Brings a cloud up.
   *
   * @param options see {@link CloudOptions}
   * @param log is told each function's lines
   */
  public CloudControl(Map<String, String> options, BiConsumer<String, String> log)
      throws IOException, InterruptedException {
    cloud = Cloud.start(CloudOptions.of(options, log::accept));
  }

  /** Performs an operation; an unknown one is an {@link IllegalArgumentException}. */
  @Override
  public @Nullable Object apply(String operation, Object[] arguments) {
    try {
      return perform(operation, arguments);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object perform(String operation, Object[] arguments)
      throws IOException, InterruptedException {
    switch (operation) {
      case "endpoint":
        return cloud.endpoint().toString();
      case "refs":
        return cloud.stack().refs();
      case "arns":
        return each(Resource::arn);
      case "names":
        return each(Resource::name);
      case "outputs":
        return cloud.stack().outputs();
      case "invoke":
        InvocationResult result = cloud.invoke((String) arguments[0], utf8(arguments[1]));
        return List.of(result.failed(), new String(result.payload(), StandardCharsets.UTF_8));
      case "runSchedule":
        cloud.runSchedule((String) arguments[0]);
        return null;
      case "feed":
        cloud.feed((String) arguments[0], (Boolean) arguments[1]);
        return null;
      case "kill":
        return cloud.kill((String) arguments[0]);
      case "depth":
        return cloud.depth((String) arguments[0]);
      case "awaitIdle":
        return cloud.awaitIdle((Duration) arguments[0]);
      case "accessKeyId":
        return Identities.accessKeyId(
            cloud
                .stack()
                .find((String) arguments[0])
                .map(Resource::arn)
                .orElseThrow(
                    () -> new IllegalArgumentException("there is no resource " + arguments[0])));
      case "granted":
        return cloud.permissions().granted();
      case "used":
        return List.copyOf(cloud.permissions().used());
      case "secret":
        cloud.secrets().say((String) arguments[0], (String) arguments[1]);
        return null;
      case "busyWith":
        return cloud.busyWith();
      case "reset":
        cloud.reset();
        return null;
      case "events":
        return cloud.events().stream().map(JsonNode::toString).toList();
      case "spans":
        return cloud.spans().stream().map(CloudControl::span).toList();
      case "realtime":
        return cloud.realtime().toString();
      case "api":
        return cloud.api((String) arguments[0]).url().toString();
      case "token":
        @SuppressWarnings("unchecked") // the extension gives nothing else
        Map<String, String> claims = (Map<String, String>) arguments[2];
        return cloud
            .api((String) arguments[0])
            .token((String) arguments[1], claims, (Duration) arguments[3]);
      case "executions":
        return executions((String) arguments[0]);
      case "startExecution":
        return cloud
            .stateMachines()
            .startExecution(arn((String) arguments[0]), null, (String) arguments[1])
            .arn();
      case "taskNames":
        return cloud.stateMachines().describeStateMachine(arn((String) arguments[0])).tasks();
      case "failTask":
        return failTask(
            (String) arguments[0],
            (String) arguments[1],
            TaskMishap.valueOf((String) arguments[2]),
            (Integer) arguments[3]);
      case "disturbStreams":
        return disturbStreams((Long) arguments[0], (List<?>) arguments[1]);
      case "intercept":
        @SuppressWarnings("unchecked") // the extension gives nothing else
        BiFunction<Map<String, String>, Supplier<Map<String, String>>, Map<String, String>> by =
            (BiFunction<Map<String, String>, Supplier<Map<String, String>>, Map<String, String>>)
                arguments[0];
        RequestFilter.Placed placed = cloud.filter((request, next) -> intercept(request, next, by));
        return (Runnable) placed::close;
      default:
        throw new IllegalArgumentException("no operation " + operation);
    }
  }

  private static byte[] utf8(Object text) {
    return ((String) text).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> each(Function<Resource, String> of) {
    Map<String, String> result = new LinkedHashMap<>();
    cloud.stack().resources().forEach(r -> result.put(r.logicalId(), of.apply(r)));
    return result;
  }

  private String arn(String machine) {
    return cloud
        .stack()
        .find(machine)
        .map(Resource::arn)
        .orElseThrow(() -> new IllegalArgumentException("there is no state machine " + machine));
  }

  private List<Map<String, String>> executions(String machine) {
    List<Map<String, String>> all = new ArrayList<>();
    for (ExecutionView view : cloud.stateMachines().listExecutions(arn(machine), null)) {
      Map<String, String> execution = new LinkedHashMap<>();
      execution.put("arn", view.arn());
      execution.put("name", view.name());
      execution.put("status", view.status());
      execution.put("input", view.input());
      put(execution, "output", view.output());
      put(execution, "error", view.error());
      put(execution, "cause", view.cause());
      all.add(execution);
    }
    return all;
  }

  private static Map<String, Object> span(KeptSpan span) {
    return Map.of(
        "service", span.service(),
        "name", span.name(),
        "kind", span.kind(),
        "traceId", span.traceId(),
        "spanId", span.spanId(),
        "parentId", span.parentId(),
        "failed", span.failed(),
        "links", span.links(),
        "attributes", span.attributes());
  }

  /** Gives how to mend it, and how often it came to pass. */
  private List<Object> failTask(String machine, String state, TaskMishap mishap, int times) {
    String name = cloud.stateMachines().describeStateMachine(arn(machine)).name();
    TaskFaults.Fault fault = cloud.taskFaults().add(name, state, mishap, times);
    Runnable mend = () -> cloud.taskFaults().remove(fault);
    IntSupplier struck = fault::struck;
    return List.of(mend, struck);
  }

  /** Gives how to calm them, and how often each mishap came to pass. */
  private List<Object> disturbStreams(long seed, List<?> losing) {
    Set<String> functions = new LinkedHashSet<>();
    for (Object function : losing) {
      functions.add(cloud.function(String.valueOf(function)).logicalId());
    }
    StreamMishaps mishaps = StreamMishaps.of(seed, functions);
    cloud.sources().disturb(mishaps);
    Runnable calm = () -> cloud.sources().disturb(StreamMishaps.NONE);
    Supplier<Map<String, Integer>> met =
        () -> {
          Map<String, Integer> counts = new LinkedHashMap<>();
          mishaps.met().forEach((mishap, count) -> counts.put(mishap.name(), count));
          return counts;
        };
    return List.of(calm, met);
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  /** An interceptor gives a status and a body, an error code, or {@code cut}. */
  private static AwsResponse intercept(
      AwsRequest request,
      AwsService next,
      BiFunction<Map<String, String>, Supplier<Map<String, String>>, Map<String, String>> by) {
    AwsResponse[] answered = new AwsResponse[1];
    Map<String, String> call = new LinkedHashMap<>();
    call.put("service", request.service());
    call.put("operation", request.operation());
    call.put("path", request.path());
    call.put("caller", request.accessKeyId());
    call.put("body", new String(request.body(), StandardCharsets.UTF_8));
    Map<String, String> reply =
        by.apply(
            call,
            () -> {
              AwsResponse response = answer(request, next);
              answered[0] = response;
              return Map.of(
                  "status",
                  String.valueOf(response.status()),
                  "body",
                  new String(response.body(), StandardCharsets.UTF_8));
            });
    if (reply.containsKey("cut")) {
      throw new ConnectionCut();
    }
    if (reply.containsKey("code")) {
      throw new AwsFault(
          Integer.parseInt(reply.getOrDefault("status", "400")),
          reply.getOrDefault("code", ""),
          reply.getOrDefault("message", ""));
    }
    if (reply.containsKey("body")) {
      return AwsResponse.ok(Json.parse(utf8(reply.getOrDefault("body", ""))));
    }
    return answered[0] == null ? AwsResponse.ok(Json.object()) : answered[0];
  }

  private static AwsResponse answer(AwsRequest request, AwsService next) {
    try {
      return next.handle(request);
    } catch (AwsFault fault) {
      return fault.response();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionCut();
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
