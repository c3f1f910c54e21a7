package io.eventwright.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a function is handed, in either payload format. */
final class Payload {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ApiDefinition api;
  private final String account;

  Payload(ApiDefinition api, String account) {
    this.api = api;
    this.account = account;
  }

  ObjectNode of(
      RouteDefinition route, ApiCall call, Map<String, String> parameters, Caller caller) {
    return route.format().equals("2.0")
        ? format2(route, call, parameters, caller)
        : format1(route, call, parameters, caller);
  }

  private ObjectNode format2(
      RouteDefinition route, ApiCall call, Map<String, String> parameters, Caller caller) {
    ObjectNode event = Json.object().put("version", "2.0").put("routeKey", route.key());
    event.put("rawPath", call.rawPath()).put("rawQueryString", call.rawQuery());
    ObjectNode headers = event.putObject("headers");
    call.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    if (!call.query().isEmpty()) {
      ObjectNode query = event.putObject("queryStringParameters");
      call.query().forEach((name, values) -> query.put(name, String.join(",", values)));
    }
    ObjectNode context = context(route, call);
    if (!caller.claims().isEmpty()) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      jwt.set("claims", caller.claimsJson());
      jwt.putNull("scopes");
    } else if (!caller.accessKeyId().isEmpty()) {
      context
          .putObject("authorizer")
          .putObject("iam")
          .put("accessKey", caller.accessKeyId())
          .put("accountId", account)
          .put("callerId", caller.accessKeyId())
          .put("userArn", caller.userArn(account))
          .put("userId", caller.accessKeyId());
    }
    context
        .putObject("http")
        .put("method", call.method())
        .put("path", call.rawPath())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", call.header("user-agent"));
    event.set("requestContext", context);
    if (!parameters.isEmpty()) {
      event.set("pathParameters", Json.toTree(parameters));
    }
    return withBody(event, call, false);
  }

  private ObjectNode format1(
      RouteDefinition route, ApiCall call, Map<String, String> parameters, Caller caller) {
    ObjectNode event = Json.object();
    if (api.kind() == ApiKind.HTTP) {
      event.put("version", "1.0");
    }
    event.put("resource", route.path().text()).put("path", call.path());
    event.put("httpMethod", call.method());
    several(event, "headers", "multiValueHeaders", call.headers());
    several(event, "queryStringParameters", "multiValueQueryStringParameters", call.query());
    ObjectNode context = context(route, call);
    context.put("httpMethod", call.method()).put("resourcePath", route.path().text());
    context.put("path", call.rawPath()).put("protocol", "HTTP/1.1");
    if (!caller.claims().isEmpty()) {
      context.putObject("authorizer").set("claims", caller.claimsJson());
    }
    ObjectNode identity = context.putObject("identity").put("sourceIp", "127.0.0.1");
    identity.put("userAgent", call.header("user-agent"));
    if (!caller.accessKeyId().isEmpty()) {
      identity.put("accessKey", caller.accessKeyId()).put("accountId", account);
      identity.put("userArn", caller.userArn(account)).put("user", caller.accessKeyId());
    }
    event.set("requestContext", context);
    event.set("pathParameters", parameters.isEmpty() ? Json.toTree(null) : Json.toTree(parameters));
    event.putNull("stageVariables");
    return withBody(event, call, true);
  }

  private ObjectNode context(RouteDefinition route, ApiCall call) {
    Instant now = Instant.now();
    return Json.object()
        .put("accountId", account)
        .put("apiId", api.id())
        .put("domainName", call.header("host"))
        .put("requestId", call.requestId())
        .put("routeKey", route.key())
        .put("stage", api.stage())
        .put("time", TIME.format(now))
        .put("timeEpoch", now.toEpochMilli());
  }

  private static void several(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
      event.putNull(multi);
      return;
    }
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multi);
    values.forEach(
        (name, each) -> {
          last.put(name, each.get(each.size() - 1));
          each.forEach(all.withArray(name)::add);
        });
  }

  private static ObjectNode withBody(ObjectNode event, ApiCall call, boolean always) {
    if (call.body().length == 0) {
      if (always) {
        event.putNull("body");
      }
      return event.put("isBase64Encoded", false);
    }
    boolean text = always || isText(call.header("content-type"));
    event.put(
        "body",
        text
            ? new String(call.body(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(call.body()));
    return event.put("isBase64Encoded", !text);
  }

  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }
}
