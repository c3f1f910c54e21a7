package io.eventwright.local.operate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
 * Calls of a service signed by hand: the SDK's client for it is not among what a generated system
 * runs on, and one of another version beside it could not be loaded.
 */
final class SignedCalls {
  private static final int TRIES = 5;

  private final String service;
  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(Duration.ofMinutes(2))
          .build();

  /**
   * Calls of one service.
   *
   * @param service that the signature names
   * @param local the local cloud's endpoint; null for AWS
   */
  SignedCalls(
      String service, @Nullable URI local, String region, AwsCredentialsProvider credentials) {
    this.service = service;
    this.endpoint =
        local == null ? URI.create("https://" + service + "." + region + ".amazonaws.com") : local;
    this.region = region;
    this.credentials = credentials;
  }

  /** What was answered, and whether by a failure of the function that was called. */
  record Answer(String body, boolean failed) {}

  /** A request to the service that is not yet signed. */
  SdkHttpRequest.Builder request(SdkHttpMethod method, String path) {
    return SdkHttpRequest.builder().method(method).uri(endpoint).encodedPath(path);
  }

  /**
   * Signs and sends; while the service is busy it is asked again.
   *
   * @throws IllegalStateException when it refuses
   */
  Answer send(SdkHttpRequest request, byte[] body) {
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
          throw new IllegalStateException(service + " answered " + status + ": " + text);
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
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(signed.request());
    // The JDK makes a POST of a GET that has a body, be it empty.
    return (body.length == 0 ? call : call.contentStreamProvider(content)).build();
  }
}
