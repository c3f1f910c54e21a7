package io.eventwright.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An engine with an endpoint of its own; hands calls on to it as they are. */
public final class Upstream implements AwsService {

  /** The JDK's client sets these itself. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI endpoint;

  /** The engine at that endpoint. */
  public Upstream(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws IOException, InterruptedException {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(endpoint.resolve(request.path() + query))
            .timeout(Duration.ofSeconds(60))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!NOT_HANDED_ON.contains(name)) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    HttpResponse<byte[]> response =
        CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !NOT_HANDED_ON.contains(name)) {
                headers.put(name, values.get(0));
              }
            });
    return new AwsResponse(response.statusCode(), headers, response.body());
  }
}
