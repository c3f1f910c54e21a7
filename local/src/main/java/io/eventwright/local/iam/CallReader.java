package io.eventwright.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.json.Json;
import io.eventwright.local.secrets.SecretsService;
import io.eventwright.local.states.run.Tokens;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a call to what it does in IAM's words (Service Authorization Reference, one table a
 * service). A call that no table here tells of becomes its service and operation on {@code *}: a
 * role that names its resources does not allow it.
 */
final class CallReader {

  /** Operations that are authorised as another. */
  private static final Map<String, String> SQS_ACTIONS =
      Map.of(
          "SendMessageBatch", "SendMessage",
          "DeleteMessageBatch", "DeleteMessage",
          "ChangeMessageVisibilityBatch", "ChangeMessageVisibility");

  private static final Pattern FUNCTION =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
  private static final Pattern MAPPING =
      Pattern.compile("/2015-03-31/event-source-mappings/?([^/]*)/?");

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final String region;
  private final String account;
  private final TableAccess tables;

  CallReader(String region, String account, Map<String, String> partitionKeys) {
    this.region = region;
    this.account = account;
    this.tables = new TableAccess(arn("dynamodb", "table/"), partitionKeys);
  }

  /** Everything that the call does; all of it must be allowed. */
  List<Access> read(AwsRequest request) {
    return switch (request.service()) {
      case "dynamodb" -> tables.of(request.operation(), request.json());
      case "sqs" -> List.of(queue(request.operation(), request.json()));
      case "events" -> events(request.operation(), request.json());
      case "states" -> List.of(states(request.operation(), request.json()));
      case "lambda" -> List.of(lambda(request));
      case "s3" -> List.of(bucket(request));
      case "sns" -> List.of(topic(request));
      case "secretsmanager" ->
          List.of(
              Access.of(
                  "secretsmanager:" + request.operation(),
                  SecretsService.arn(
                      request.json().path("SecretId").asText(), arn("secretsmanager", ""))));
      case "appsync" -> List.of(channel(request));
      case "xray" ->
          List.of(Access.of("xray:PutSpans", "*"), Access.of("xray:PutSpansForIndexing", "*"));
      case "kinesis" -> List.of(stream(request.operation(), binaryOrJson(request)));
      default ->
          List.of(
              Access.of(
                  request.service()
                      + ":"
                      + (request.operation().isEmpty() ? request.method() : request.operation()),
                  "*"));
    };
  }

  /** Publishing to a channel is publishing to its namespace. */
  private Access channel(AwsRequest request) {
    String path = request.json().path("channel").asText();
    String plain = path.startsWith("/") ? path.substring(1) : path;
    return Access.of(
        "appsync:EventPublish",
        arn("appsync", "apis/event-api/channelNamespace/" + plain.split("/", 2)[0]));
  }

  private Access queue(String operation, ObjectNode body) {
    String url = body.path("QueueUrl").asText(body.path("QueueName").asText());
    String action = SQS_ACTIONS.getOrDefault(operation, operation);
    return Access.of(
        "sqs:" + action, url.isEmpty() ? "*" : arn("sqs", url.substring(url.lastIndexOf('/') + 1)));
  }

  private List<Access> events(String operation, ObjectNode body) {
    if (!operation.equals("PutEvents")) {
      return List.of(Access.of("events:" + operation, "*"));
    }
    List<Access> all = new ArrayList<>();
    for (JsonNode entry : body.path("Entries")) {
      String bus = entry.path("EventBusName").asText("default");
      all.add(
          Access.of(
                  "events:PutEvents",
                  bus.startsWith("arn:") ? bus : arn("events", "event-bus/" + bus))
              .with("events:source", List.of(entry.path("Source").asText()))
              .with("events:detail-type", List.of(entry.path("DetailType").asText())));
    }
    return all;
  }

  private static Access states(String operation, ObjectNode body) {
    for (String name : List.of("stateMachineArn", "executionArn", "mapRunArn")) {
      if (body.has(name)) {
        return Access.of("states:" + operation, body.path(name).asText());
      }
    }
    String machine = Tokens.machine(body.path("taskToken").asText());
    return Access.of("states:" + operation, machine.isEmpty() ? "*" : machine);
  }

  private Access lambda(AwsRequest request) {
    Matcher function = FUNCTION.matcher(request.path());
    if (function.matches()) {
      String name = decode(function.group(1));
      return Access.of(
          "lambda:InvokeFunction",
          name.startsWith("arn:") ? name : arn("lambda", "function:" + name));
    }
    Matcher mapping = MAPPING.matcher(request.path());
    if (mapping.matches() && mapping.group(1).isEmpty()) {
      // No resource: which mappings there are is asked of the account.
      return Access.of(
          "lambda:"
              + (request.method().equals("GET") ? "List" : "Create")
              + "EventSourceMapping"
              + (request.method().equals("GET") ? "s" : ""),
          "*");
    }
    if (mapping.matches()) {
      String verb =
          switch (request.method()) {
            case "GET" -> "Get";
            case "PUT" -> "Update";
            case "DELETE" -> "Delete";
            default -> request.method();
          };
      return Access.of(
          "lambda:" + verb + "EventSourceMapping",
          arn("lambda", "event-source-mapping:" + decode(mapping.group(1))));
    }
    return Access.of("lambda:" + request.method(), "*");
  }

  /** {@code GetObject} covers a head, and {@code PutObject} each call of a multipart upload. */
  private static Access bucket(AwsRequest request) {
    String[] parts = decode(request.path()).substring(1).split("/", 2);
    if (parts[0].isEmpty()) {
      return Access.of("s3:ListAllMyBuckets", "*");
    }
    String bucket = "arn:aws:s3:::" + parts[0];
    boolean object = parts.length == 2 && !parts[1].isEmpty();
    String action =
        switch (request.method()) {
          case "GET", "HEAD" -> object ? "GetObject" : "ListBucket";
          case "PUT", "POST" -> object ? "PutObject" : "CreateBucket";
          case "DELETE" -> object ? "DeleteObject" : "DeleteBucket";
          default -> request.method();
        };
    return Access.of("s3:" + action, object ? bucket + "/" + parts[1] : bucket);
  }

  /** The query protocol: parameters as a form. */
  private static Access topic(AwsRequest request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : new String(request.body(), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    String action = form.getOrDefault("Action", "");
    return Access.of(
        "sns:" + (action.equals("PublishBatch") ? "Publish" : action),
        form.getOrDefault("TopicArn", "*"));
  }

  private Access stream(String operation, ObjectNode body) {
    String arn = body.path("StreamARN").asText();
    String name = body.path("StreamName").asText();
    return Access.of(
        "kinesis:" + operation,
        !arn.isEmpty() ? arn : name.isEmpty() ? "*" : arn("kinesis", "stream/" + name));
  }

  /** Kinesis is spoken in CBOR by the SDK for Java. */
  private static ObjectNode binaryOrJson(AwsRequest request) {
    if (!request.header("content-type").contains("cbor")) {
      return request.json();
    }
    try {
      return CBOR.readTree(request.body()) instanceof ObjectNode object ? object : Json.object();
    } catch (IOException e) {
      throw new AwsFault(400, "SerializationException", String.valueOf(e.getMessage()));
    }
  }

  /** A path's plus is a plus. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private String arn(String service, String rest) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + rest;
  }
}
