package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Lambda's calls that operating needs. Signed by hand: the SDK's client for them is not among what
 * a generated system runs on, and one of another version beside it could not be loaded.
 */
final class FunctionCalls {
  private static final int TRIES = 5;

  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(Duration.ofMinutes(2))
          .build();

  FunctionCalls(URI endpoint, String region, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
  }

  /** The names of all functions. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    String marker = "";
    do {
      SdkHttpRequest.Builder request = request(SdkHttpMethod.GET, "/2015-03-31/functions");
      if (!marker.isEmpty()) {
        request.putRawQueryParameter("Marker", marker);
      }
      JsonNode page = Json.parse(send(request.build(), new byte[0]).body());
      page.path("Functions").forEach(each -> names.add(each.path("FunctionName").asText()));
      marker = page.path("NextMarker").asText("");
    } while (!marker.isEmpty());
    return names;
  }

  /** What a function answers; while it is throttled it is asked again. */
  String invoke(String function, String payload) {
    Answer answer =
        send(call(function, "RequestResponse"), payload.getBytes(StandardCharsets.UTF_8));
    if (answer.failed()) {
      throw new IllegalStateException(function + " failed: " + answer.body());
    }
    return answer.body();
  }

  /**
   * Has a function called later, as often as its own settings say. When this returns, Lambda has
   * stored the payload.
   */
  void invokeLater(String function, String payload) {
    send(call(function, "Event"), payload.getBytes(StandardCharsets.UTF_8));
  }

  private SdkHttpRequest call(String function, String type) {
    String path =
        "/2015-03-31/functions/"
            + URLEncoder.encode(function, StandardCharsets.UTF_8)
            + "/invocations";
    return request(SdkHttpMethod.POST, path).putHeader("X-Amz-Invocation-Type", type).build();
  }

  private record Answer(String body, boolean failed) {}

  private SdkHttpRequest.Builder request(SdkHttpMethod method, String path) {
    return SdkHttpRequest.builder().method(method).uri(endpoint).encodedPath(path);
  }

  private Answer send(SdkHttpRequest request, byte[] body) {
    for (int tries = 1; ; tries++) {
      try {
        HttpExecuteResponse response = http.prepareRequest(signed(request, body)).call();
        int status = response.httpResponse().statusCode();
        String text = text(response);
        if (status < 300) {
          return new Answer(
              text,
              response.httpResponse().firstMatchingHeader("X-Amz-Function-Error").isPresent());
        }
        if (tries == TRIES || status != 429 && status < 500) {
          throw new IllegalStateException("Lambda answered " + status + ": " + text);
        }
        Thread.sleep(200L << tries);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private static String text(HttpExecuteResponse response) throws IOException {
    try (InputStream body =
        response
            .responseBody()
            .orElse(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpExecuteRequest signed(SdkHttpRequest request, byte[] body) {
    ContentStreamProvider content = ContentStreamProvider.fromByteArray(body);
    SdkHttpRequest sized =
        body.length == 0
            ? request
            : request.toBuilder()
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(sized)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(signed.request());
    // The JDK makes a POST of a GET that has a body, be it empty.
    return (body.length == 0 ? call : call.contentStreamProvider(content)).build();
  }
}
