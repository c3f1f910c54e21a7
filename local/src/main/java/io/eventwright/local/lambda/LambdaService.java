package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's API: Invoke, a list of functions, and reading, pausing and resuming event source
 * mappings.
 */
public final class LambdaService implements AwsService {

  private static final Pattern INVOKE =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
  private static final Pattern LIST = Pattern.compile("/2015-03-31/functions/?");
  private static final Pattern MAPPING =
      Pattern.compile("/2015-03-31/event-source-mappings/?([^/]*)");
  private static final int LARGEST_SYNCHRONOUS = 6 * 1024 * 1024;
  private static final int LARGEST_ASYNCHRONOUS = 1024 * 1024;

  private final LambdaFunctions functions;
  private final List<MappingSwitch> mappings;

  /** For those functions; mappings may be added to the list until the first call. */
  public LambdaService(LambdaFunctions functions, List<MappingSwitch> mappings) {
    this.functions = functions;
    this.mappings = mappings;
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws InterruptedException {
    Matcher invoke = INVOKE.matcher(request.path());
    if (invoke.matches() && request.method().equals("POST")) {
      return invoke(URLDecoder.decode(invoke.group(1), StandardCharsets.UTF_8), request);
    }
    if (LIST.matcher(request.path()).matches() && request.method().equals("GET")) {
      return list();
    }
    Matcher mapping = MAPPING.matcher(request.path());
    if (mapping.matches()) {
      return mapping(mapping.group(1), request);
    }
    throw new AwsFault(
        501,
        "NotImplemented",
        "Lambda " + request.method() + " " + request.path() + " is not here");
  }

  private AwsResponse invoke(String name, AwsRequest request) throws InterruptedException {
    FunctionDefinition function = functions.find(name);
    if (function == null) {
      throw new AwsFault(404, "ResourceNotFoundException", "Function not found: " + name);
    }
    byte[] payload = request.body().length == 0 ? Json.bytes(Json.object()) : request.body();
    try {
      Json.parse(payload);
    } catch (IllegalArgumentException e) {
      throw new AwsFault(400, "InvalidRequestContentException", String.valueOf(e.getMessage()));
    }
    String type = request.header("x-amz-invocation-type");
    boolean event = type.equals("Event");
    if (payload.length > (event ? LARGEST_ASYNCHRONOUS : LARGEST_SYNCHRONOUS)) {
      throw new AwsFault(
          413, "RequestTooLargeException", "Request is " + payload.length + " bytes");
    }
    if (event) {
      functions.invokeLater(function, payload);
      return new AwsResponse(202, Map.of(), new byte[0]);
    }
    if (type.equals("DryRun")) {
      return new AwsResponse(204, Map.of(), new byte[0]);
    }
    try {
      InvocationResult result = functions.invoke(function, payload);
      Map<String, String> headers =
          result.failed()
              ? Map.of(
                  "Content-Type", "application/json",
                  "X-Amz-Executed-Version", "$LATEST",
                  "X-Amz-Function-Error", "Unhandled")
              : Map.of("Content-Type", "application/json", "X-Amz-Executed-Version", "$LATEST");
      return new AwsResponse(200, headers, result.payload());
    } catch (FunctionHost.Throttled e) {
      throw new AwsFault(429, "TooManyRequestsException", String.valueOf(e.getMessage()));
    }
  }

  private AwsResponse list() {
    ObjectNode list = Json.object();
    list.putArray("Functions");
    functions.all().stream()
        .sorted(Comparator.comparing(FunctionDefinition::name))
        .forEach(
            function ->
                list.withArray("Functions")
                    .addObject()
                    .put("FunctionName", function.name())
                    .put("FunctionArn", function.arn()));
    return AwsResponse.ok(list);
  }

  private AwsResponse mapping(String id, AwsRequest request) {
    if (id.isEmpty() && request.method().equals("GET")) {
      ObjectNode list = Json.object();
      ArrayNode all = list.putArray("EventSourceMappings");
      String source = parameter(request, "EventSourceArn");
      String function = parameter(request, "FunctionName");
      mappings.stream()
          .filter(each -> source.isEmpty() || each.mapping().settings().sourceArn().equals(source))
          .filter(
              each ->
                  function.isEmpty()
                      || each.mapping().settings().function().equals(functions.find(function)))
          .forEach(each -> all.add(describe(each)));
      return AwsResponse.ok(list);
    }
    MappingSwitch mapping =
        mappings.stream()
            .filter(candidate -> candidate.mapping().settings().id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new AwsFault(
                        404,
                        "ResourceNotFoundException",
                        "The resource you requested does not exist."));
    switch (request.method()) {
      case "GET" -> {
        return AwsResponse.ok(describe(mapping));
      }
      case "PUT" -> {
        ObjectNode wanted = request.json();
        for (Map.Entry<String, JsonNode> property : wanted.properties()) {
          if (!property.getKey().equals("Enabled")) {
            throw new AwsFault(
                501,
                "NotImplemented",
                "A mapping's " + property.getKey() + " cannot be updated here; only Enabled can");
          }
        }
        if (wanted.has("Enabled")) {
          mapping.turn(wanted.path("Enabled").asBoolean());
        }
        return new AwsResponse(
            202, Map.of("Content-Type", "application/json"), Json.bytes(describe(mapping)));
      }
      default ->
          throw new AwsFault(
              501, "NotImplemented", "Lambda " + request.method() + " of a mapping is not here");
    }
  }

  private static String parameter(AwsRequest request, String name) {
    for (String pair : request.query().split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static ObjectNode describe(MappingSwitch each) {
    MappingSettings settings = each.mapping().settings();
    ObjectNode description =
        Json.object()
            .put("UUID", settings.id())
            .put("EventSourceArn", settings.sourceArn())
            .put("FunctionArn", settings.function().arn())
            .put("BatchSize", settings.batchSize())
            .put("MaximumBatchingWindowInSeconds", settings.window().toSeconds())
            .put("State", each.state())
            .put("StateTransitionReason", "USER_INITIATED")
            .put("LastModified", each.changed().toEpochMilli() / 1000.0);
    if (settings.reportsFailures()) {
      description.putArray("FunctionResponseTypes").add("ReportBatchItemFailures");
    }
    return description;
  }
}
